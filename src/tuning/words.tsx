import { whenInWords } from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import { Tag } from '../ui/index.ts'
import { nameKinds, nameOf } from './names.ts'
import type { Proposal } from './propose.ts'
import type { TuningRow } from './queries.ts'
import { type Comes, comesWords, isKind, kindAt, kinds, type WrittenBy, writers } from './rules.ts'

const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

/** What comes of it, in words; several where the rules of a kind are not as strong as each other. */
export const allComesWords = (all: readonly Comes[]): string => {
  const shown = all.length > 1 ? all.filter(one => one !== 'nothing') : all
  return shown.map((one, at) => (at === 0 ? comesWords[one] : lower(comesWords[one]))).join(', or ')
}

export const kindWords = (kind: string | null): string => (isKind(kind) ? kinds[kind].says : (kind ?? ''))

/** Why nobody can move a kind, where nobody can. */
export const firmWords = (kind: keyof typeof kinds, by: WrittenBy): string | undefined => {
  const limits = kindAt(kind)[by]
  return 'firm' in limits ? limits.firm : undefined
}

type Change = Pick<TuningRow, 'what' | 'kind' | 'written_by' | 'value'>

export const asChange = (proposal: Proposal): Change => ({
  what: proposal.what,
  kind: proposal.what === 'name' ? null : proposal.kind,
  written_by: 'by' in proposal ? proposal.by : null,
  value: proposal.value,
})

/** What a change is about: the kind, or what it is that may be given. */
export const aboutWords = ({ what, kind, value }: Change): string => {
  if (what !== 'name') return kindWords(kind)
  const found = nameOf(value)
  return found ? nameKinds[found.kind] : 'A name that may be given'
}

/** What a change does, in a sentence. */
export function changeWords({ what, written_by, value }: Change): string {
  if (what === 'phrase') return `We look for “${value}”`
  if (what === 'name') return `${value} may be given`
  const comes = Object.hasOwn(comesWords, value) ? comesWords[value as Comes] : value
  return `${written_by ? writers[written_by] : 'A message'}: ${lower(comes)}`
}

/** Where a change is: it holds, it has run out, or somebody ended it. */
export function stateOf(
  row: Pick<TuningRow, 'until' | 'ended_at'>,
  today: string,
): 'holds' | 'over' | 'ended' {
  if (row.ended_at) return 'ended'
  return row.until && row.until < today ? 'over' : 'holds'
}

const states = {
  holds: { words: 'Holds now', colour: 'green' },
  over: { words: 'Over', colour: 'grey' },
  ended: { words: 'Ended', colour: 'grey' },
} as const

export const StateTag = ({ row, today }: { readonly row: TuningRow; readonly today: string }) => {
  const { words, colour } = states[stateOf(row, today)]
  return <Tag colour={colour}>{words}</Tag>
}

/** Which way a change goes: what loosens is marked, because a board sees it too. */
export const WayTag = ({ what }: Pick<TuningRow, 'what'>) =>
  what === 'gentler' || what === 'name' ? (
    <Tag colour="orange">{what === 'name' ? 'Allowed' : 'Gentler'}</Tag>
  ) : (
    <Tag colour="blue">{what === 'phrase' ? 'Our own phrase' : 'Stricter'}</Tag>
  )

export const setWords = (row: Pick<TuningRow, 'set_by_name' | 'set_at' | 'until'>): string =>
  `${row.set_by_name}, ${inDays(row.set_at)}${row.until ? `, until ${whenInWords(row.until)}` : ''}`

export const endedWords = (row: Pick<TuningRow, 'ended_at' | 'ended_by_name' | 'ended_because'>): string =>
  row.ended_at ? `${row.ended_by_name}, ${inDays(row.ended_at)}. ${row.ended_because}` : ''
