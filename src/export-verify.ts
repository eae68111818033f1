import { checkTold, isTold, namedOnTold, type ToldCheck, toldInWords } from './concerns/index.ts'
import { checkExport, type ExportCheck, namesOnExport, type Withheld } from './exports/index.ts'
import { inFull } from './kit/clock.ts'
import { verifies } from './trusted-keys.ts'

// bin/export-verify. Exit code 0: the export holds. 1: it does not. 2: it could not be said.

const usage = `Usage: bin/export-verify FILE [--keys FILE] [--key KEY]...

Says whether an export holds, offline: that each entry is in the log, that no message is missing between the first and the
last, and that nothing in the file is other than it was made. FILE is the export's JSON file.
--keys names a file with verifier keys, one to a line, as https://…/log/<agency>/key gives them; --key gives one.
Without either, the keys are made from this installation's own secrets (LANYARD_DATA, LANYARD_SECRET_FILE, LANYARD_URL).
Exit code 0: it holds. 1: it does not. 2: it could not be said.`

const withheldWords: Readonly<Record<Withheld, string>> = {
  names: 'of which a name is replaced',
  details: 'of which personal details are not shown',
  others: 'of which what it says of others is not given',
  erased: 'whose words were erased',
  sealed: 'that the record holds sealed',
}

function inWords(check: ExportCheck): string[] {
  if (check.result === 'unknown-log')
    return [`It cannot be said whether this export holds: no key of the log ${check.origin} was given.`]
  if (check.result !== 'holds') return ['This export does not hold.', check.why]
  const { file, log } = check
  const { body, made } = file
  const key = file.checkpoint.split('\n').find(line => line.startsWith(`— ${log.origin} `)) ?? ''
  const keyId = Buffer.from(key.split(' ')[2] ?? '', 'base64')
    .subarray(0, 4)
    .toString('hex')
  const replaced = body.people.filter(one => one.replaced).length
  return [
    'This export holds.',
    `${body.entries.length} entries, all of them in the log ${log.origin} under its checkpoint of ${log.size} entries, signed by its key ${keyId}.`,
    log.witnesses.length > 0
      ? `Cosigned by ${log.witnesses.map(one => `${one.name}, ${inFull(one.at)}`).join('; ')}.`
      : 'No witness you gave a key of has cosigned it: it rests on the log’s own word alone.',
    ...body.conversations.map(one => `${one.about}: ${numbersOf(one)}`),
    `It goes to entry ${body.covers.size} of the log, which the log still continues; that it was made is entry ${made.index + 1}.`,
    replaced > 0
      ? `The names of ${replaced} people are replaced in it: ${body.people.flatMap(one => (one.replaced ? [one.name] : [])).join(', ')}.`
      : 'No name in it was replaced from the list of people.',
    ...(Object.keys(withheldWords) as Withheld[]).flatMap(why => {
      const many = body.entries.filter(one => one.withheld === why).length
      return many > 0
        ? [
            `${many} entries ${withheldWords[why]}: they are in the log, and what is shown of them is as it was made.`,
          ]
        : []
    }),
    'Not proved: that what was recorded is true, and that whoever made the export left out no entry that is no message.',
  ]
}

const numbersOf = (one: { last: number; unnumbered: number }): string => {
  if (one.last === 0)
    return one.unnumbered === 0 ? 'no messages.' : `${one.unnumbered} messages, older than the numbers.`
  const older = one.unnumbered > 0 ? `, and ${one.unnumbered} that are older than the numbers` : ''
  return `messages 1 to ${one.last}, without a gap${older}.`
}

type Checked =
  | { readonly result: ExportCheck['result']; readonly of: 'kept'; readonly check: ExportCheck }
  | { readonly result: ToldCheck['result']; readonly of: 'told'; readonly check: ToldCheck }

verifies<Checked>({
  usage,
  named: text => (isTold(text) ? namedOnTold(text) : namesOnExport(text)),
  check: (text, trusted) => {
    if (!isTold(text)) {
      const check = checkExport(text, trusted)
      return { result: check.result, of: 'kept', check }
    }
    const check = checkTold(text, trusted)
    return { result: check.result, of: 'told', check }
  },
  inWords: found => (found.of === 'told' ? toldInWords(found.check) : inWords(found.check)),
})
