import { access, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { inFull } from './kit/clock.ts'
import { loadSecrets } from './kit/secrets.ts'
import { Sorry } from './kit/sorry.ts'
import { eventWords, whyNot } from './receipts/index.ts'
import {
  checkReceipt,
  type LogKeys,
  logKeys,
  namesOnReceipt,
  type ReceiptCheck,
  type Trusted,
  trusting,
} from './records/index.ts'

// bin/receipt-verify. Exit code 0: the receipt holds. 1: it does not. 2: it could not be said.

const usage = `Usage: bin/receipt-verify FILE [--keys FILE] [--key KEY]...

Says whether a receipt holds, offline. FILE is the receipt's file, or a file with what its QR code says.
--keys names a file with verifier keys, one to a line, as https://…/log/<agency>/key gives them; --key gives one.
Without either, the keys are made from this installation's own secrets (LANYARD_DATA, LANYARD_SECRET_FILE, LANYARD_URL).
Exit code 0: it holds. 1: it does not. 2: it could not be said.`

async function main(): Promise<number> {
  const { values, positionals } = given()
  const file = positionals[0]
  if (values.help || !file || positionals.length > 1) {
    console.log(usage)
    return values.help ? 0 : 2
  }
  const text = await textOf(file)
  const lines = values.keys ? (await textOf(values.keys)).split('\n') : []
  const keys = [...lines, ...(values.key ?? [])].map(line => line.trim()).filter(Boolean)
  const check = keys.length > 0 ? checkReceipt(text, trustIn(keys)) : await checkByOurOwn(text)
  for (const line of inWords(check)) console.log(line)
  return check.result === 'holds' ? 0 : check.result === 'unknown-log' ? 2 : 1
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new Sorry(`${file} cannot be read.`)
  })

function given() {
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

/** Checks it by the keys that this installation's secret gives to the log and the witnesses that the receipt names. */
async function checkByOurOwn(text: string): Promise<ReceiptCheck> {
  const config = readConfig(process.env)
  await access(config.secretFile).catch(() => {
    throw new Sorry(
      `Give the log's keys with --keys or --key: there are no secrets in ${resolve(config.secretFile)}.`,
    )
  })
  const { master } = await loadSecrets(config.secretFile)
  const here = checkReceipt(text, trustInOurs(logKeys(master, config.url), text))
  if (here.result !== 'unknown-log') return here
  // It may be from before this installation moved: another name, and keys of the same secret.
  const address = `http://${here.origin.split('/')[0]}`
  if (!URL.canParse(address)) return here
  const before = checkReceipt(text, trustInOurs(logKeys(master, address), text))
  return before.result === 'bad-signature' ? here : before
}

function trustInOurs(keys: LogKeys, text: string): Trusted {
  const { origin, signers } = namesOnReceipt(text)
  const log = origin === undefined ? undefined : keys.slugOf(origin)
  const boards = signers.flatMap(name => keys.boardOf(name) ?? [])
  return trusting(
    log === undefined ? [] : [keys.log(log).vkey],
    boards.map(slug => keys.witness(slug).vkey),
  )
}

function inWords(check: ReceiptCheck): string[] {
  if (check.result === 'unknown-log')
    return [`It cannot be said whether this receipt holds: no key of the log ${check.origin} was given.`]
  if (check.result !== 'holds') return ['This receipt does not hold.', whyNot[check.result]]
  const { leaf, origin, index, size, witnesses, content } = check
  return [
    'This receipt holds.',
    `On the record since ${inFull(new Date(leaf.at))}: ${eventWords(leaf.event)}.`,
    `Number ${index + 1} of ${size} in the log ${origin}.`,
    witnesses.length > 0
      ? `Witnessed by ${witnesses.map(one => `${one.name}, ${inFull(one.at)}`).join('; ')}.`
      : 'No witness you gave a key of has cosigned it: it rests on the log’s own word alone.',
    ...(content.shown ? [`Its content, as it was recorded: ${JSON.stringify(content.value)}`] : []),
  ]
}

main().then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Sorry ? error.message : error)
    process.exitCode = 2
  },
)
