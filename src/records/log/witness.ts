import { fromBase64, sizeFrom, toBase64 } from './base64.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { Malformed } from './malformed.ts'
import { emptyRoot, type Hash, sameHash, verifyConsistency } from './merkle.ts'
import { openNote, parseNote, Unverified, type Verifier } from './note.ts'

/** C2SP tlog-witness: the body of a POST to add-checkpoint. */
export interface AddCheckpoint {
  readonly oldSize: number
  readonly proof: readonly Hash[]
  /** The signed checkpoint, a note. */
  readonly note: string
}

const maxProof = 63

export const addCheckpointBody = ({ oldSize, proof, note }: AddCheckpoint): string =>
  `old ${oldSize}\n${proof.map(hash => `${toBase64(hash)}\n`).join('')}\n${note}`

/** Malformed unless it is an old size line, up to 63 hashes, an empty line and a note. */
export function parseAddCheckpoint(body: string): AddCheckpoint {
  const split = body.indexOf('\n\n')
  if (split < 0) throw new Malformed('request', 'no empty line')
  const [first = '', ...lines] = body.slice(0, split).split('\n')
  const oldSize = first.startsWith('old ') ? sizeFrom(first.slice(4)) : undefined
  if (oldSize === undefined) throw new Malformed('request', 'no old size')
  if (lines.length > maxProof) throw new Malformed('request', 'more than 63 hashes')
  const proof = lines.map(line => fromBase64(line, 32) ?? refuseHash())
  const note = body.slice(split + 2)
  parseCheckpoint(parseNote(note).text)
  return { oldSize, proof, note }
}

function refuseHash(): never {
  throw new Malformed('request', 'a line is not a hash in base64')
}

/** The newest checkpoint of a log that a witness has cosigned. */
export interface Head {
  readonly size: number
  readonly root: Hash
}

/** What a witness knows of one log. No head: it never cosigned for it. */
export interface KnownLog {
  readonly keys: readonly Verifier[]
  readonly head?: Head | undefined
}

const refusalStatus = {
  malformed: 400,
  'old-size-too-large': 400,
  'bad-signature': 403,
  'unknown-log': 404,
  conflict: 409,
  'bad-empty-root': 422,
  'different-root': 422,
  'bad-proof': 422,
} as const
export type WitnessRefusal = keyof typeof refusalStatus

export type WitnessDecision =
  | {
      readonly decision: 'cosign'
      readonly origin: string
      /** To keep as the log's head, in one step with the comparison, before the cosignature is given out. */
      readonly head: Head
      /** The checkpoint's text: what the cosigner signs. */
      readonly text: string
    }
  | {
      readonly decision: WitnessRefusal
      readonly status: (typeof refusalStatus)[WitnessRefusal]
      readonly body: string
      readonly contentType: string
    }

function refusal(
  decision: WitnessRefusal,
  why: string,
  contentType = 'text/plain; charset=utf-8',
): WitnessDecision {
  return { decision, status: refusalStatus[decision], body: `${why}\n`, contentType }
}

/**
 * What a witness answers to add-checkpoint. Pure: the caller keeps the head, and must keep it, in one step with the
 * comparison made here, before it cosigns (the specification shows the race otherwise).
 */
export function decideCheckpoint(
  body: string,
  knownLog: (origin: string) => KnownLog | undefined,
): WitnessDecision {
  try {
    const request = parseAddCheckpoint(body)
    const checkpoint = parseCheckpoint(parseNote(request.note).text)
    const log = knownLog(checkpoint.origin)
    if (log === undefined) return refusal('unknown-log', 'unknown log')
    const { text } = openNote(request.note, log.keys)
    const refused = inconsistent(request, checkpoint, log.head)
    if (refused !== undefined) return refused
    const { origin, size, root } = checkpoint
    return { decision: 'cosign', origin, head: { size, root }, text }
  } catch (error) {
    if (error instanceof Malformed) return refusal('malformed', error.message)
    if (error instanceof Unverified) return refusal('bad-signature', error.message)
    throw error
  }
}

function inconsistent(
  { oldSize, proof }: AddCheckpoint,
  { size, root }: Checkpoint,
  head: Head = { size: 0, root: emptyRoot },
): WitnessDecision | undefined {
  if (oldSize > size) return refusal('old-size-too-large', 'the old size is larger than the checkpoint')
  if (oldSize !== head.size) return refusal('conflict', String(head.size), 'text/x.tlog.size')
  if (size === 0 && !sameHash(root, emptyRoot))
    return refusal('bad-empty-root', 'not the root of an empty tree')
  if (oldSize === size && !sameHash(root, head.root)) {
    return refusal('different-root', 'the same size with another root')
  }
  if (!verifyConsistency(oldSize, head.root, size, root, proof)) {
    return refusal('bad-proof', 'the consistency proof does not hold')
  }
  return undefined
}
