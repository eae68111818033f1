import { scan } from '../../kit/clamd.ts'
import { hidden, maybeText, parseForm } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { type Permitted, Refused } from '../../kit/proof.ts'
import type { Change, PersonId, Reader, Settled, Writer } from '../../records/index.ts'
import type { ConcernTable } from '../tables.ts'
import { noPicture, shownAgain } from '../ways-in/no-pictures.ts'
import { aboutOf, hashOf } from './about.ts'
import type { Checking } from './checking.ts'
import { judge } from './judge.ts'
import { areTooMany, type Kept, keepDocument, sealDocument, tellOfVirus } from './keep.ts'
import { type Reason, refusals } from './rules.ts'

const fields = {
  note: noPicture(maybeText({ max: 2000, called: 'What you say to it' })),
  key: hidden(idFrom<'draft'>),
}

/** What was sent, and a sentence for each thing in it that is not right. */
export interface State {
  readonly typed: { readonly note?: string | undefined; readonly key?: string | undefined }
  readonly errors: { readonly file?: string | undefined; readonly note?: string | undefined }
}
export const emptyState: State = { typed: {}, errors: {} }

/** About which concern, by whom, and how it is changed: `keeps` does what it is given inside the vault, in one transaction. */
interface Handing {
  readonly concern: Permitted<'follow' | 'see', ConcernTable>
  readonly by: PersonId | null
  readonly now: Date
  readonly checking: Checking
  /** Asks in the vault. */
  readonly asks: (question: (inside: Reader) => Promise<boolean>) => Promise<boolean>
  readonly keeps: <C extends Change<unknown, Refused<'too-many' | 'gone'>>>(
    work: (inside: Writer) => Promise<C>,
  ) => Promise<Settled<C>>
}

/**
 * Takes in a document that somebody hands in: looks at what it is and has it checked for viruses, where that is set up, and only then
 * seals and keeps it. What is not taken is nowhere afterwards. Where ClamAV cannot be reached it waits, sealed, and nobody opens it.
 */
export async function takeIn(sent: FormData, handing: Handing): Promise<Kept | State> {
  const parsed = parseForm(fields, sent)
  const state = stateOf(sent)
  const file = sent.get('file')
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const name = file instanceof File ? file.name : ''
  const { concern, by, now, checking, asks, keeps } = handing
  // Before anything is looked at: what costs much is done for no more than may come in.
  if (await asks(inside => areTooMany(inside, concern, by))) return refused(state, 'too-many')
  const judged = await judge(bytes)
  if ('refused' in judged) return refused(state, judged.refused)
  if (!parsed.ok) return { ...state, errors: { ...state.errors, file: chooseAgain } }
  const { note, key } = parsed.values
  const about = aboutOf({ kind: judged.kind, name, note, size: bytes.length })
  const found = checking.clamav ? await scan(checking.clamav, bytes) : 'not-checked'
  if (found === 'infected') {
    await keeps(inside => tellOfVirus(inside, concern))
    return refused(state, 'virus')
  }
  const waits = checking.clamav !== undefined && found === 'not-checked'
  const how = waits ? { waitsWith: checking.secret } : found
  const sealed = await sealDocument(concern.recipient, { about, bytes, now }, how)
  const all = JSON.stringify([name, note, Buffer.from(hashOf(bytes)).toString('hex')])
  const kept = await keeps(inside => keepDocument(inside, concern, sealed, { by, key, sent: all }))
  return kept instanceof Refused ? refused(state, kept.reason) : kept
}

/** What was sent, to be shown again: without a picture that was written into it. */
export function stateOf(sent: FormData): State {
  const { state } = parseForm(fields, sent)
  return { ...state, typed: shownAgain(state.typed) }
}

const chooseAgain = 'Choose the document once more: a page cannot keep it for you'

const refused = (state: State, reason: Reason): State => ({
  ...state,
  errors: { ...state.errors, file: refusals[reason] },
})
