import { access, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { loadSecrets } from './kit/secrets.ts'
import { Sorry } from './kit/sorry.ts'
import { type LogKeys, logKeys, type Trusted, trusting } from './records/index.ts'

// What the programs that check a file offline have in common: whose keys they believe.

export const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new Sorry(`${file} cannot be read.`)
  })

/** What was given: one file, and the keys of --keys and --key, a line each. Without a file, or with --help, no file. */
export async function given(
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
export function trustIn(keys: readonly string[]): Trusted {
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
export interface NamedKeys {
  readonly origin: string | undefined
  readonly signers: readonly string[]
}

/**
 * Checks something by the keys that this installation's secret gives to the log and the witnesses that it names: as the
 * installation is called now, then as it may have been called before it moved (another name, and keys of the same secret).
 */
export async function checkedByOurs<T extends { readonly result: string }>(
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

/** Runs a program whose exit code says what it found; what it could not do is said, with exit code 2. */
export function runs(main: () => Promise<number>): void {
  main().then(
    code => {
      process.exitCode = code
    },
    (error: unknown) => {
      console.error(error instanceof Sorry ? error.message : error)
      process.exitCode = 2
    },
  )
}
