import {
  asLeaf,
  canonical,
  checkProof,
  commit,
  isProof,
  Malformed,
  namedOnProof,
  type Trusted,
} from '../../records/index.ts'
import { commitmentTo as documentCommitment } from '../documents/about.ts'
import { kinds } from '../documents/rules.ts'
import type { ToldBody, ToldConcern, ToldEntry } from './body.ts'
import { hexOf, sha256Of, whereIs } from './documents.ts'

/** What a check of the file says: that it holds, or the first thing that does not. */
export type ToldCheck =
  | { readonly result: 'holds'; readonly body: ToldBody; readonly origin: string; readonly at: Date }
  | { readonly result: 'unknown-log'; readonly origin: string }
  | { readonly result: 'does-not-hold'; readonly why: string }

class No extends Error {}
const no = (why: string): never => {
  throw new No(why)
}

/** Whether a file means to be an export of what is told; it need not hold. */
export function isTold(file: string): boolean {
  return isProof(file) && textIn(file)?.includes('"kind":"concerns"') === true
}

function textIn(file: string): string | undefined {
  const { text } = JSON.parse(file) as { readonly text?: unknown }
  return typeof text === 'string' ? text : undefined
}

/** The log that it names, believed or not. */
export const namedOnTold = (file: string): { origin: string | undefined; signers: readonly string[] } => ({
  origin: namedOnProof(file),
  signers: [],
})

/** Whether an export of what is told holds, offline, by the keys of logs. Throws nothing, whatever the file. */
export function checkTold(file: string, trusted: Trusted): ToldCheck {
  try {
    const signed = checkProof(file, trusted.logs)
    if (signed.result === 'unknown-log') return signed
    if (signed.result === 'text-altered') return no('What it says is not what was signed when it was made.')
    if (signed.result !== 'holds') return no('The signature on it is not right.')
    const text = textIn(file) ?? no('It says nothing.')
    const body = JSON.parse(text) as ToldBody
    if (body.kind !== 'concerns' || canonical(body) !== text) return no('It is not as it was written.')
    checkEntries(body)
    checkDocuments(body)
    for (const [at, concern] of body.concerns.entries())
      checkConcern(concern, body.entries, { name: `concern ${at + 1}`, trusted })
    return { result: 'holds', body, origin: signed.origin, at: signed.at }
  } catch (error) {
    if (error instanceof No) return { result: 'does-not-hold', why: error.message }
    // A file of another shape than it says: whatever was missing in it.
    if (error instanceof Malformed || error instanceof TypeError || error instanceof SyntaxError)
      return { result: 'does-not-hold', why: 'It is not a whole file of an export.' }
    throw error
  }
}

/** Each entry once, each about a concern of the file; and what is given with it is what it commits to. */
function checkEntries({ entries, concerns }: ToldBody): void {
  const ids = new Set<string>(concerns.map(({ id }) => id))
  const met = new Set<string>()
  for (const { leaf: found, content, salt } of entries) {
    const leaf = 'sha256' in found ? found : asLeaf(found)
    if (met.has(leaf.id)) no('An entry is there twice.')
    met.add(leaf.id)
    if (!ids.has(leaf.about[0]?.id ?? '')) no('An entry is about no concern of the file.')
    if (content === undefined) continue
    if (!('commitment' in leaf) || commit(Buffer.from(salt ?? '', 'base64'), content) !== leaf.commitment)
      no(`What an entry says (${leaf.event}, ${leaf.at}) is not what was recorded.`)
  }
}

/** Each document of which there is an entry is named once; and one that is in the file is that which was handed in. */
function checkDocuments({ documents, entries }: ToldBody): void {
  if (!documents) return
  const answering = entries.filter(({ leaf }) => leaf.event === 'concern.document-handed-in')
  const named = new Map(documents.map(one => [one.entry as string, one]))
  if (answering.length !== documents.length || answering.some(({ leaf }) => !named.has(leaf.id)))
    no('A document is missing, or there is one that no entry answers for.')
  for (const [at, { bytes, salt, sha256, commitment, size }] of documents.entries()) {
    if (bytes === undefined) continue
    const file = Buffer.from(bytes, 'base64')
    const kept = hexOf(documentCommitment(salt ?? '', file))
    if (file.length !== size || sha256Of(file) !== sha256 || kept !== commitment)
      no(`Document ${at + 1} is not what was handed in.`)
  }
}

interface About {
  readonly name: string
  readonly trusted: Trusted
}

function checkConcern(concern: ToldConcern, all: readonly ToldEntry[], { name, trusted }: About): void {
  const { id, last, unnumbered, report } = concern
  const entries = all.filter(({ leaf }) => leaf.about[0]?.id === id)
  const numbers = entries
    .flatMap(({ leaf }) => leaf.about.flatMap(one => (one.kind === 'piece-number' ? Number(one.id) : [])))
    .toSorted((one, other) => one - other)
  // The report is the first; the oldest pieces have no number in their leaves.
  const wanted = Array.from({ length: Math.max(0, last - 1 - unnumbered) }, (_, at) => unnumbered + 2 + at)
  for (const [at, number] of wanted.entries())
    if (numbers[at] !== number) no(`Number ${number} of ${name} is missing.`)
  if (numbers.length !== wanted.length) no(`There is more in ${name} than when the file was made.`)
  const told = entries.find(({ leaf }) => leaf.event === 'concern.reported')
  const proof = checkProof(report, trusted.logs)
  if (!told || proof.result !== 'holds' || proof.at.toISOString() !== told.leaf.at)
    throw new No(`What was told first of ${name} has no proof that holds.`)
  if (!proof.shown) return
  const said = JSON.parse(textIn(report) ?? '{}') as { readonly words?: unknown }
  if (told.told.parts[0]?.value !== said.words) no(`The words of ${name} are not those that were told.`)
}

/** What a check found, in plain words. */
export function toldInWords(check: ToldCheck): readonly string[] {
  if (check.result === 'unknown-log')
    return [`It cannot be said whether this export holds: no key of the log ${check.origin} was given.`]
  if (check.result !== 'holds') return ['This export does not hold.', check.why]
  const { body, origin, at } = check
  const gone = body.people.filter(({ replaced }) => replaced)
  return [
    'This export holds.',
    `It says what was told about ${body.about.name} at ${body.organisation}, for: ${body.for}.`,
    `Signed by the log ${origin} at ${at.toISOString()}: nothing in it is other than it was then.`,
    ...body.concerns.map(
      ({ last, unnumbered, report }, place) =>
        `Concern ${place + 1}: ${last === 1 ? 'what was told, and nothing written since' : `numbers 1 to ${last}, without a gap`}${
          unnumbered > 0 ? `, of which ${unnumbered} are older than the numbers` : ''
        }. ${
          textIn(report) === undefined
            ? 'When it was told is proved; a name in the words that were told is replaced.'
            : 'The words that were told are those of that time.'
        }`,
    ),
    `${body.entries.length} entries, each there once; ${body.entries.filter(({ content }) => content !== undefined).length} of them with the content that they commit to.`,
    ...(body.documents ?? []).map(
      (one, at) =>
        `Document ${at + 1}, ${kinds[one.kind].says}, ${one.size} bytes: ${one.sha256 ? `in the file, SHA-256 ${one.sha256}, and the one of which this was kept when it was handed in: ${one.commitment}` : `${whereIs(one, at, body.organisation)}. Kept of it when it was handed in: ${one.commitment}`}.`,
    ),
    gone.length > 0
      ? `The names of ${gone.length} people are replaced in it: ${gone.map(({ name }) => name).join(', ')}.`
      : 'No name in it was replaced from the list of people.',
    'Not proved: that what was recorded is true; that a later piece, which is kept sealed, said what is shown; that there is no other concern, and no other entry that is no piece. It rests on the key of whoever made it: no witness has signed it.',
  ]
}
