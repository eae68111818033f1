import { access, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { loadSecrets } from './kit/secrets.ts'
import { Sorry } from './kit/sorry.ts'
import { type LogKeys, logKeys, type Trusted, trusting } from './records/index.ts'

// What the programs that check a file offline have in common: how they are called, and whose keys they believe.

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new Sorry(`${file} cannot be read.`)
  })

/** What was given: one file, and the keys of --keys and --key, a line each. Without a file, or with --help, no file. */
async function given(
  usage: string,
): Promise<{ readonly file: string | undefined; readonly help: boolean; readonly keys: readonly string[] }> {
  const { values, positionals } = parsed(usage)
  const lines = values.keys ? (await textOf(values.keys)).split('\n') : []
  const keys = [...lines, ...(values.key ?? [])].map(line => line.trim()).filter(Boolean)
  const file = values.help || positionals.length > 1 ? undefined : positionals[0]
  return { file, help: values.help ?? false, keys }
}

function parsed(usage: string) {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        keys: { type: 'string' },
        key: { type: 'string', multiple: true },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Sorry(`${(error as Error).message}\n\n${usage}`)
  }
}

/** Keys of both kinds, told apart by what they say of themselves: a key's first byte is the kind of its signatures. */
function trustIn(keys: readonly string[]): Trusted {
  const cosigns = (key: string) => Buffer.from(key.split('+').slice(2).join('+'), 'base64')[0] === 4
  try {
    return trusting(
      keys.filter(key => !cosigns(key)),
      keys.filter(cosigns),
    )
  } catch (error) {
    throw new Sorry(`These are not verifier keys: ${(error as Error).message}.`)
  }
}

/** The log and the signers that something to be checked names, believed or not. */
interface NamedKeys {
  readonly origin: string | undefined
  readonly signers: readonly string[]
}

/**
 * Checks something by the keys that this installation's secret gives to the log and the witnesses that it names: as the
 * installation is called now, then as it may have been called before it moved (another name, and keys of the same secret).
 */
async function checkedByOurs<T extends { readonly result: string }>(
  named: NamedKeys,
  check: (trusted: Trusted) => T,
): Promise<T> {
  const config = readConfig(process.env)
  await access(config.secretFile).catch(() => {
    throw new Sorry(
      `Give the log's keys with --keys or --key: there are no secrets in ${resolve(config.secretFile)}.`,
    )
  })
  const { master } = await loadSecrets(config.secretFile)
  const here = check(trustInOurs(logKeys(master, config.url), named))
  if (here.result !== 'unknown-log') return here
  const address = `http://${named.origin?.split('/')[0]}`
  if (!URL.canParse(address)) return here
  const before = check(trustInOurs(logKeys(master, address), named))
  return before.result === 'bad-signature' ? here : before
}

function trustInOurs(keys: LogKeys, { origin, signers }: NamedKeys): Trusted {
  const log = origin === undefined ? undefined : keys.slugOf(origin)
  const boards = signers.flatMap(name => keys.boardOf(name) ?? [])
  return trusting(
    log === undefined ? [] : [keys.log(log).vkey],
    boards.map(slug => keys.witness(slug).vkey),
  )
}

/** A program that checks one file offline: how to call it, whose keys the file names, what is found, and that in words. */
interface Verifier<Check> {
  readonly usage: string
  readonly named: (text: string) => NamedKeys
  readonly check: (text: string, trusted: Trusted) => Check
  readonly inWords: (check: Check) => readonly string[]
}

/**
 * Runs it, by the keys that are given or else by our own. Exit code 0: it holds. 1: it does not. 2: it could not be said, and
 * why is said.
 */
export function verifies<Check extends { readonly result: string }>(verifier: Verifier<Check>): void {
  verified(verifier).then(
    code => {
      process.exitCode = code
    },
    (error: unknown) => {
      console.error(error instanceof Sorry ? error.message : error)
      process.exitCode = 2
    },
  )
}

async function verified<Check extends { readonly result: string }>({
  usage,
  named,
  check,
  inWords,
}: Verifier<Check>): Promise<number> {
  const { file, help, keys } = await given(usage)
  if (!file) {
    console.log(usage)
    return help ? 0 : 2
  }
  const text = await textOf(file)
  const found =
    keys.length > 0
      ? check(text, trustIn(keys))
      : await checkedByOurs(named(text), trusted => check(text, trusted))
  for (const line of inWords(found)) console.log(line)
  return found.result === 'holds' ? 0 : found.result === 'unknown-log' ? 2 : 1
}
