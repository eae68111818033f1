import { inDays } from '../../kit/clock.ts'
import { outsideBodies } from '../../routing/index.ts'
import type { Concern, Written } from '../access.ts'
import type { Case } from '../casework/case-of.ts'
import { keptLater } from '../casework/kept-later.ts'
import { decisions, isDecision, isReason, linkWords, reasons, stepWords } from '../casework/rules.ts'
import { pieceWords } from '../casework/shown-words.ts'
import { documentRoutes } from '../documents/routes.ts'
import type { Shown } from '../documents/shown.ts'
import { isSaid } from '../packs/known.ts'
import type { StepTable } from '../tables.ts'

/** One thing that happened in a concern: when, what and who, with the words that were written, where there are any. */
export interface Happened {
  readonly key: string
  readonly at: Date
  readonly says: string
  /** What was written: it has a number, and may be corrected. */
  readonly piece?: Written
  /** That it was written down later than it happened, and when; or that it happened before anybody told us. */
  readonly kept?: string | undefined
  /** Where what it says stands by itself. */
  readonly href?: string
  /** Somebody only looked: said in a line. */
  readonly small?: true
}

/** Everything that happened since it was told of, in one order: what was written, decided, done, and who came to read it. */
export function happenedIn({ row, pieces, documents }: Concern, of: Case): readonly Happened[] {
  const { steps, links, actions, readers, subjects, nameOf } = of
  const stepOf = new Map(steps.flatMap(one => (one.piece_id ? [[one.piece_id, one] as const] : [])))
  const written = pieces
    .filter(isSaid)
    .map(piece => writtenDown(piece, { step: stepOf.get(piece.id), of, pieces, told: row.reported_at }))
  const named = new Set(pieces.filter(isSaid).map(({ id }) => id))
  const handedIn = documents.map(one => handedInOf(one, nameOf))
  const there = new Set<string>(documents.map(one => one.row.id))
  const taken = inDaysOnce(steps)
    // What waited until it was checked stands there as what it is.
    .filter(({ step, thing_id }) => step !== 'document-waits' || !there.has(thing_id ?? ''))
    .filter(({ piece_id }) => !piece_id || !named.has(piece_id))
    .map(
      (one): Happened => ({
        key: one.id,
        at: one.happened_at ?? one.taken_at,
        says: `${nameOf(one.taken_by)} ${saysOf(one, { pieces, actions })}`,
        kept: one.happened_at ? keptLater(one.happened_at, one.taken_at, row.reported_at) : undefined,
        ...(isLook(one.step) ? { small: true } : {}),
      }),
    )
  const people: readonly Happened[] = [
    ...links.map(one => ({
      key: one.id,
      at: one.linked_at,
      says: `${nameOf(one.linked_by)} linked ${nameOf(one.person_id)}: ${lower(linkWords[one.part])}`,
    })),
    ...readers.map(one => ({ key: one.id, at: one.since, says: cameToRead(one, nameOf) })),
    ...subjects.map(one => ({
      key: one.id,
      at: one.named_at,
      says:
        one.why === 'named'
          ? `${nameOf(one.named_by)} said that it is about ${nameOf(one.person_id)}`
          : `${nameOf(one.person_id)} stands too near, and was kept out`,
    })),
  ]
  return [...written, ...taken, ...people, ...handedIn].sort(
    (one, other) => one.at.getTime() - other.at.getTime() || (one.key < other.key ? -1 : 1),
  )
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function cameToRead({ person_id, why, let_in_by }: Case['readers'][number], nameOf: Case['nameOf']): string {
  const who = nameOf(person_id)
  if (why === 'broke-glass') return `${who} let themself in`
  if (why === 'late') return `${who} came to read it, as something in it was late`
  if (why === 'handed-over') return `${who} was given it by ${nameOf(let_in_by)}`
  return `${nameOf(let_in_by)} let ${who} in`
}

const handedInOf = ({ row, about }: Shown, nameOf: Case['nameOf']): Happened => ({
  key: row.id,
  at: row.handed_in_at,
  says: `${row.handed_in_by ? nameOf(row.handed_in_by) : 'Whoever told of it'} handed in a document: ${about.name}`,
  href: documentRoutes.all.to({ concern: row.concern_id }),
})

function saysOf(
  { step, body, reason, thing_id }: StepTable,
  about: { readonly pieces: Concern['pieces']; readonly actions: Case['actions'] },
): string {
  const words = stepWords[step]
  if (step === 'opened') return isReason(reason) ? `${words}: ${asSaid(reason)}` : words
  if (step === 'action-done') {
    const action = about.actions.find(({ id }) => id === thing_id)
    const what = about.pieces.find(({ id }) => id === action?.piece_id)?.words
    return what ? `${words}: ${what}` : words
  }
  return body ? `${words}: ${outsideBodies[body].name}` : words
}

const asSaid = (reason: keyof typeof reasons): string => lower(reasons[reason]).replace(/\bi\b/g, 'I')

function writtenDown(
  piece: Written,
  about: {
    readonly step: StepTable | undefined
    readonly of: Case
    readonly pieces: Concern['pieces']
    /** When somebody told us of it. */
    readonly told: Date
  },
): Happened {
  const { step, of, pieces, told } = about
  const { id, kind, written_by, written_at, corrects } = piece
  const by = of.nameOf(written_by)
  const at = step?.happened_at ?? written_at
  const one = { key: id, piece, at, kept: keptLater(at, written_at, told) }
  if (kind === 'addition') return { ...one, says: pieceWords.addition }
  if (kind === 'correction') return { ...one, says: `Correction of number ${corrects}, by ${by}` }
  if (step && isDecision(step.step) && step.body)
    return { ...one, says: `${decisions[step.step]}: ${outsideBodies[step.body].name}. Decided by ${by}` }
  if (step) return { ...one, says: `${by} ${saysOf(step, { pieces, actions: of.actions })}` }
  const action = of.actions.find(({ piece_id }) => piece_id === id)
  if (action)
    return {
      ...one,
      says: `To be done by ${of.nameOf(action.owner_id)}, by ${inDays(action.due_at)}. Set by ${by}`,
    }
  return { ...one, says: `${pieceWords[kind]}, by ${by}` }
}

const isLook = (step: StepTable['step']): boolean =>
  ['opened', 'seen-together', 'gone-through'].includes(step)

/** Of one person, one day and one reason, the last look. */
function inDaysOnce(steps: Case['steps']): Case['steps'] {
  const day = (one: StepTable) => `${one.taken_by} ${one.step} ${inDays(one.taken_at)} ${one.reason}`
  const last = new Map(steps.filter(({ step }) => isLook(step)).map(one => [day(one), one.id]))
  return steps.filter(one => !isLook(one.step) || one.piece_id || last.get(day(one)) === one.id)
}
