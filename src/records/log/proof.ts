import { createHash } from 'node:crypto'
import { fromBase64, toBase64 } from './base64.ts'
import { Malformed } from './malformed.ts'
import { openNote, parseNote, type Signer, signNote, Unverified, type Verifier } from './note.ts'

/**
 * A proof: that a log’s keeper was given a certain text by a certain time. It is a signed note of the log’s own key over four
 * lines, and stands in no log: whoever has one learns nothing of what else there is. Its second line is no number, so it can be
 * taken for no checkpoint.
 *
 *     lanyard proof v1
 *     <the log’s origin>
 *     <SHA-256 of the text, base64>
 *     <time, ISO 8601 in UTC>
 */
const firstLine = 'lanyard proof v1'
const format = 'lanyard-proof/v1'

export interface Stated {
  readonly origin: string
  readonly commitment: Uint8Array
  readonly at: Date
}

const lineOf = ({ origin, commitment, at }: Stated): string =>
  `${firstLine}\n${origin}\n${toBase64(commitment)}\n${at.toISOString()}\n`

/** The file that is kept: the note, and the text itself where it is to be shown. */
export const proofFile = (signer: Signer, stated: Omit<Stated, 'origin'>, text?: string): string =>
  `${JSON.stringify(
    {
      format,
      ...(text === undefined ? {} : { text }),
      note: signNote(lineOf({ ...stated, origin: signer.name }), [signer]),
    },
    null,
    1,
  )}\n`

export type ProofCheck =
  | {
      readonly result: 'holds'
      readonly origin: string
      readonly at: Date
      /** Whether the file has the text, and it is the one that was stated. */
      readonly shown: boolean
    }
  | { readonly result: 'text-altered' }
  | { readonly result: 'malformed'; readonly why: string }
  | { readonly result: 'unknown-log'; readonly origin: string }
  | { readonly result: 'bad-signature'; readonly why: string }

interface Parsed extends Stated {
  readonly note: string
  readonly text: string | undefined
}

function parse(file: string): Parsed {
  const sent = asObject(file)
  if (sent?.format !== format || typeof sent.note !== 'string') throw new Malformed('note', 'no proof')
  const { note, text } = sent
  const [first, origin = '', commitment = '', time = '', end, ...more] = parseNote(note).text.split('\n')
  const at = new Date(time)
  const bytes = fromBase64(commitment, 32)
  const isTime = !Number.isNaN(at.getTime()) && at.toISOString() === time
  if (first !== firstLine || end !== '' || more.length > 0 || !bytes || !isTime)
    throw new Malformed('note', 'not the four lines of a proof')
  return { origin, commitment: bytes, at, note, text: typeof text === 'string' ? text : undefined }
}

function asObject(file: string): { format?: unknown; note?: unknown; text?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(file)
    return value !== null && typeof value === 'object' ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether a file means to be one; it need not hold. */
export const isProof = (file: string): boolean => asObject(file)?.format === format

/** The log that it names, believed or not. */
export function namedOnProof(file: string): string | undefined {
  try {
    return parse(file).origin
  } catch {
    return undefined
  }
}

/** Whether a proof holds, offline, by these logs’ keys. Throws nothing, whatever the file. */
export function checkProof(file: string, logs: readonly Verifier[]): ProofCheck {
  try {
    const { origin, commitment, at, note, text } = parse(file)
    const known = logs.filter(({ name }) => name === origin)
    if (known.length === 0) return { result: 'unknown-log', origin }
    openNote(note, known)
    const is = text === undefined || createHash('sha256').update(text).digest().equals(commitment)
    return is ? { result: 'holds', origin, at, shown: text !== undefined } : { result: 'text-altered' }
  } catch (error) {
    if (error instanceof Malformed) return { result: 'malformed', why: error.message }
    if (error instanceof Unverified) return { result: 'bad-signature', why: error.message }
    throw error
  }
}
