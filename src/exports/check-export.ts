import { createHash } from 'node:crypto'
import {
  asLeaf,
  canonical,
  continues,
  type Leaf,
  Malformed,
  type Opened,
  openCheckpoint,
  signersOf,
  type Trusted,
  whyNotIn,
} from '../records/index.ts'
import type { BodyConversation, BodyEntry } from './body.ts'
import { type ExportFile, exportJson, format } from './file.ts'
import { conversationOf, numberOf } from './gather.ts'

/** What a check of an export’s file says: that it holds, or the first thing that does not. */
export type ExportCheck =
  | {
      readonly result: 'holds'
      readonly file: ExportFile
      readonly log: Opened
    }
  | { readonly result: 'unknown-log'; readonly origin: string }
  | { readonly result: 'does-not-hold'; readonly why: string }

class No extends Error {}
const no = (why: string): never => {
  throw new No(why)
}

/** Whether the file of an export holds, offline. Throws nothing, whatever the text. */
export function checkExport(text: string, trusted: Trusted): ExportCheck {
  try {
    const file = fileIn(text)
    const log = openCheckpoint(file.checkpoint, trusted)
    if ('why' in log) {
      if (log.why === 'unknown-log') return { result: 'unknown-log', origin: log.origin }
      return no('The log’s signature on it is not right.')
    }
    if (trusted.witnesses.length > 0 && log.witnesses.length === 0)
      return no('No witness whose key was given has cosigned it.')
    checkEntries(file, log)
    checkNumbers(file)
    checkMade(file, log)
    return { result: 'holds', file, log }
  } catch (error) {
    if (error instanceof No) return { result: 'does-not-hold', why: error.message }
    // A file of another shape than it says: whatever was missing in it.
    if (error instanceof Malformed || error instanceof TypeError || error instanceof RangeError)
      return { result: 'does-not-hold', why: 'It is not a whole file of an export.' }
    throw error
  }
}

/** The file, in exactly the one spelling it has: no two readers can read it differently. */
function fileIn(text: string): ExportFile {
  let file: ExportFile
  try {
    file = JSON.parse(text)
  } catch {
    return no('It is not a whole file of an export: it is no JSON.')
  }
  if (file?.format !== format) return no('It is not the file of an export, or of a later format.')
  if (exportJson(file) !== text) return no('It is not as it was written: it has been written anew.')
  return file
}

const called = (at: number, { event }: Pick<Leaf, 'event'>, number?: number): string =>
  number === undefined ? `Entry ${at + 1} of the file (${event})` : `Message ${number}`

function checkEntries({ body, proofs }: ExportFile, log: Opened): void {
  if (proofs.length !== body.entries.length)
    no('It has not as many proofs as entries: something was left out or added.')
  let last = -1
  for (const [at, entry] of body.entries.entries()) {
    const leaf = asLeaf(entry.leaf)
    const name = called(at, leaf, numberOf(leaf))
    const { index, content, salt } = entry
    if (!(index > last)) no(`${name} is not in the order of the log.`)
    last = index
    if (index < body.covers.from || index >= body.covers.size)
      no(`${name} is not from the part of the log that was looked through.`)
    const why = whyNotIn(log, { leaf, index, proof: proofs[at] ?? [], content, salt })
    if (why === 'bad-proof') no(`${name} is not in the log as it stands here.`)
    if (why) no(`What ${name} says is not what was recorded.`)
    checkTold(entry, name)
  }
}

/** What is shown of a message whose words are given is those words. */
function checkTold({ leaf, told, content }: BodyEntry, name: string): void {
  if (leaf.event !== 'message.sent' || content === undefined) return
  const body = (content as { body?: unknown }).body
  if (told.parts.length !== 1 || told.parts[0]?.value !== body)
    no(`The words shown of ${name} are not those that were recorded.`)
}

/** In each conversation the numbers of the messages go from 1 to the last without a gap, each once. */
function checkNumbers({ body }: ExportFile): void {
  const met = new Map<string, Met>(body.conversations.map(({ id }) => [id, { numbers: [], messages: 0 }]))
  for (const { leaf } of body.entries) {
    if (leaf.event !== 'message.sent') continue
    const one = met.get(conversationOf(leaf) ?? '') ?? no('A message is of no conversation of the export.')
    one.messages++
    const number = numberOf(leaf)
    if (number !== undefined) one.numbers.push(number)
  }
  for (const conversation of body.conversations) checkConversation(conversation, met.get(conversation.id))
}

interface Met {
  readonly numbers: number[]
  messages: number
}

function checkConversation(
  { about, last, unnumbered, messages }: BodyConversation,
  met: Met | undefined,
): void {
  const numbers = (met?.numbers ?? []).toSorted((one, other) => one - other)
  for (const [at, number] of numbers.entries()) {
    if (number < at + 1) no(`Message ${number} of “${about}” is there twice.`)
    if (number > at + 1) no(`Message ${at + 1} of “${about}” is missing.`)
  }
  if (numbers.length < last) no(`Message ${numbers.length + 1} of “${about}” is missing.`)
  if (numbers.length !== last || met?.messages !== messages || messages - last !== unnumbered)
    no(`“${about}” has not as many messages as it had when the export was made.`)
}

/** The entry that says that the export was made has the hash of all that it says, and the size and root that it covers. */
function checkMade({ body, made, growth }: ExportFile, log: Opened): void {
  const leaf = asLeaf(made.leaf)
  if (leaf.event !== 'export.made' || leaf.about[0]?.id !== body.export)
    no('The entry that should say that this export was made is about something else.')
  const why = whyNotIn(log, {
    leaf,
    index: made.index,
    proof: made.proof,
    content: made.content,
    salt: made.salt,
  })
  if (why) no('The entry that says that this export was made is not what was recorded.')
  const said = made.content as Readonly<Record<string, unknown>>
  const { size, root } = body.covers
  if (said.size !== size || said.root !== root || said.entries !== body.entries.length)
    no('It has not as many entries as it had when it was made, or covers another part of the log.')
  if (!continues(log, { size, root, proof: growth }))
    no('The log does not continue the one that the export was made from.')
  const hash = createHash('sha256').update(canonical(body)).digest('base64')
  if (said.body_sha256 !== hash)
    no('Something in it is not as it was made: a name, a time or what is said of an entry.')
}

/** The log and the signers that an export’s file names, believed or not; nothing when it is no such file. Throws nothing. */
export function namesOnExport(text: string): { origin: string | undefined; signers: readonly string[] } {
  try {
    const { checkpoint } = JSON.parse(text)
    return signersOf(checkpoint)
  } catch {
    return { origin: undefined, signers: [] }
  }
}
