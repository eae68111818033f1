import {
  type CalendarDay,
  hasExpired,
  type NoteId,
  note,
  type StatementId,
  whenInWords,
} from '../guidance/index.ts'
import { type Bearing, emptyIn, everyBearing, worstFirst } from './bearing.ts'
import { type BlankId, blanks } from './blanks.ts'
import { type ClauseId, clause, clauseIds } from './clauses.ts'
import { expected, type FitKind } from './expected.ts'
import type { Checked, MadeOf, Part } from './part.ts'
import { clauseOf, isAsMade, wordingOf } from './parts.ts'
import { changedBy, changeInWords, citedFor, crosses, type RulingChange } from './rulings.ts'

/** How a policy stands to one statement, from the best to the worst. */
export const fitStands = ['covered', 'to-check', 'weaker', 'missing', 'contradicts'] as const
export type FitStands = (typeof fitStands)[number]

/** How a policy stands to one statement, and why. */
export interface Fit {
  readonly statement: StatementId
  readonly stands: FitStands
  /** The parts it rests on, by their ids, sorted. Empty where nothing speaks of it. */
  readonly parts: readonly string[]
  /** In a sentence or two, for whoever reads the policy. */
  readonly why: string
  /** The blanks that the statement needs and that are still empty. */
  readonly unfilled: readonly BlankId[]
  /** It is covered, and the wording chosen asks for more than the guidance does. */
  readonly stricter: boolean
  /** The rulings that the wordings it rests on would change. */
  readonly rulings: readonly RulingChange[]
  /** It stands in words that rest on these notes, and by today the notes were to be checked again. */
  readonly checkAgain: readonly NoteId[]
  /** The clauses that would carry it: what to add where it is missing. */
  readonly clauses: readonly ClauseId[]
}

const standsAs: Readonly<Record<Bearing['how'], FitStands>> = {
  contradicts: 'contradicts',
  weaker: 'weaker',
  unfilled: 'missing',
  'to-check': 'to-check',
  covers: 'covered',
}

/** Whether any part was made from a clause that there is. */
export const isFromClauses = ({ parts }: MadeOf): boolean => parts.some(part => clauseOf(part) !== undefined)

/**
 * How a policy stands to every statement that one of its kind should carry, in the document's order. By clauses and by
 * what named persons found; text that a person changed or wrote is never understood. Given a day, it says where the
 * ready-made words rest on a note that is to be checked again by then; that by itself changes no standing.
 */
export function fitOf(kind: FitKind, madeOf: MadeOf, today?: CalendarDay): readonly Fit[] {
  const fromClauses = isFromClauses(madeOf)
  const bearings = everyBearing(madeOf)
  const expired = today ? expiredBy(madeOf.parts, today) : new Set<NoteId>()
  const held: Held = { kind, fromClauses, expired, blanks: madeOf.blanks }
  return expected(kind, fromClauses).map(id => fitTo(id, bearings.get(id) ?? [], held))
}

interface Held {
  readonly kind: FitKind
  readonly fromClauses: boolean
  readonly expired: ReadonlySet<NoteId>
  readonly blanks: MadeOf['blanks']
}

function fitTo(id: StatementId, bearings: readonly Bearing[], held: Held): Fit {
  const { kind, fromClauses, expired } = held
  const how = worstFirst.find(one => bearings.some(bearing => bearing.how === one))
  const deciding = bearings.filter(bearing => bearing.how === how)
  const parts = partsIn(deciding)
  const stricter =
    how === 'covers' && parts.some(part => isAsMade(part) && wordingOf(part)?.standing === 'stricter')
  const rulings = how === 'weaker' || stricter ? rulingsFor(id, parts, how === 'weaker') : []
  const checkAgain = expired.size > 0 ? agedIn(parts, expired) : []
  const empty = how === 'unfilled' ? [...new Set(parts.flatMap(part => emptyIn(part, id, held.blanks)))] : []
  const why = how ? wordsFor(how, deciding, { rulings, empty }) : nothingSays(fromClauses)
  return {
    statement: id,
    stands: how ? standsAs[how] : 'missing',
    parts: parts.map(part => part.id),
    why: checkAgain.length > 0 ? `${why} ${agedInWords(checkAgain)}` : why,
    unfilled: empty,
    stricter,
    rulings,
    checkAgain,
    clauses: clausesCarrying(id, kind),
  }
}

const partsIn = (bearings: readonly Bearing[]): readonly Part[] => [
  ...new Map(bearings.map(({ part }) => [part.id, part])).values(),
]

/** The notes that ready-made parts rest on and that were to be checked again by a day. */
function expiredBy(parts: readonly Part[], today: CalendarDay): ReadonlySet<NoteId> {
  const restsOn = new Set(parts.filter(isAsMade).flatMap(part => clauseOf(part)?.restsOn ?? []))
  const now = new Date(`${today}T12:00:00Z`)
  return new Set([...restsOn].filter(id => hasExpired(note(id), now)))
}

const agedIn = (parts: readonly Part[], expired: ReadonlySet<NoteId>): readonly NoteId[] => [
  ...new Set(
    parts.filter(isAsMade).flatMap(part => (clauseOf(part)?.restsOn ?? []).filter(id => expired.has(id))),
  ),
]

const agedInWords = (ids: readonly NoteId[]): string =>
  `What has changed since 2015 is to be checked again: ${ids.map(id => `“${note(id).title}”`).join(', ')}.`

const carriers = new Map<string, readonly ClauseId[]>()

/** The clauses of this kind of policy that carry a statement. */
export function clausesCarrying(id: StatementId, kind: FitKind): readonly ClauseId[] {
  // As many as there are statements for each kind, and no more.
  const key = `${kind} ${id}`
  const found = carriers.get(key)
  if (found) return found
  const carrying = clauseIds.filter(one => {
    const { carries, kinds } = clause(one)
    return carries.includes(id) && kinds.some(own => own === kind)
  })
  carriers.set(key, carrying)
  return carrying
}

const rulingsFor = (id: StatementId, parts: readonly Part[], weaker: boolean): readonly RulingChange[] =>
  parts
    .flatMap(changedBy)
    .filter(crosses)
    .filter(({ way, act }) => (weaker ? way === 'weaker' : way === 'stricter' && citedFor(act, id)))

const nothingSays = (fromClauses: boolean): string =>
  fromClauses
    ? 'Nothing in the policy says it.'
    : 'Nobody has named a passage that says it. Lanyard does not read the text by itself: a person has to.'

const quoted = (parts: readonly Part[]): string => {
  const names = parts.map(({ heading }) => `“${heading.trim() || 'A part without a heading'}”`)
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
const verb = (parts: readonly Part[], one: string, many: string): string => (parts.length > 1 ? many : one)

function wordsFor(
  how: Bearing['how'],
  deciding: readonly Bearing[],
  { rulings, empty }: { readonly rulings: readonly RulingChange[]; readonly empty: readonly BlankId[] },
): string {
  const changes = rulings.map(changeInWords)
  const found = deciding.flatMap(({ part, found }) => (found ? [foundInWords(part, found)] : []))
  const made = partsIn(deciding.filter(bearing => !bearing.found))
  if (how === 'unfilled')
    return `${quoted(made)} ${verb(made, 'says', 'say')} it, but this is not filled in yet: ${empty.map(blank => blanks[blank].asks).join(' ')}`
  if (how === 'to-check') return made.map(uncheckedInWords).join(' ')
  if (how === 'weaker') return [...found, ...made.map(weakerInWords), ...changes].join(' ')
  const more = made.filter(part => wordingOf(part)?.standing === 'stricter')
  return [
    ...(made.length > 0 ? [`${quoted(made)} ${verb(made, 'says', 'say')} it, as the guidance does.`] : []),
    ...(more.length > 0 ? [`${quoted(more)} ${verb(more, 'asks', 'ask')} for more than the guidance.`] : []),
    ...changes,
    ...found,
  ].join(' ')
}

const weakerInWords = (part: Part): string =>
  `${quoted([part])} asks for less than the guidance. ${wordingOf(part)?.lacks ?? ''}`.trim()

const uncheckedInWords = (part: Part): string =>
  part.changed
    ? `${quoted([part])} was changed here, and nobody has held it against this yet. A person has to.`
    : `${quoted([part])} came from a clause that reads otherwise now. A person has to hold it against this.`

const finding = {
  covers: 'it says it',
  weaker: 'it asks for less',
  contradicts: 'it says otherwise',
} as const

const foundInWords = (part: Part, { name, on, finds, remark }: Checked): string =>
  [
    // The day is one that Lanyard itself wrote down.
    `${name} held ${quoted([part])} against it on ${whenInWords(on as CalendarDay)}: ${finding[finds]}.`,
    remark.trim() && `“${remark.trim()}”`,
  ]
    .filter(Boolean)
    .join(' ')

/** How many statements stand how: for a policy's page, and for a board. */
export interface FitFigures {
  readonly of: number
  readonly stands: Readonly<Record<FitStands, number>>
  /** Of those covered, how many where the policy asks for more than the guidance. */
  readonly stricter: number
}

export const fitFigures = (fits: readonly Fit[]): FitFigures => ({
  of: fits.length,
  // fromEntries forgets the names; they are those of the list.
  stands: Object.fromEntries(
    fitStands.map(one => [one, fits.filter(({ stands }) => stands === one).length]),
  ) as Record<FitStands, number>,
  stricter: fits.filter(({ stricter }) => stricter).length,
})

/** How each standing is told, with what to do about it. */
export const fitWords: Readonly<Record<FitStands, { readonly word: string; readonly means: string }>> = {
  covered: { word: 'Covered', means: 'The policy says it, or says more.' },
  'to-check': {
    word: 'To be checked by a person',
    means: 'Words were changed. Somebody has to read them beside it.',
  },
  weaker: { word: 'Weaker', means: 'The policy asks for less than the guidance does.' },
  missing: { word: 'Missing', means: 'The policy does not say it, or a name or number is not filled in.' },
  contradicts: { word: 'Contradicts', means: 'A person found that the policy says otherwise.' },
}
