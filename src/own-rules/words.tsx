import type { ComponentChildren } from 'preact'
import {
  type Act,
  type ActDefinition,
  type AnyRow,
  acts,
  approvals,
  type CalendarDay,
  isAct,
  owing,
  ruleRows,
  type Standing,
  whenInWords,
} from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import { List, Tag } from '../ui/index.ts'
import { setBy } from './in-force.ts'
import type { DecisionRow, TighteningRow } from './queries.ts'
import { type State, standingTags, states } from './rules.ts'
import type { Conditions } from './tables.ts'
import type { Change } from './what-changes.ts'

/** The facts an act turns on, as data. */
export const factsOf = (act: Act): ActDefinition['facts'] => acts[act].facts

/** What an act is, in words. One that the guidance no longer speaks of keeps the name it had. */
export const actWords = (act: string): string => (isAct(act) ? acts[act].says : act)

/** A row's conditions as our own rules have them: every fact with a list. */
export const listed = (when: AnyRow['when']): Conditions =>
  Object.fromEntries(
    Object.entries(when).flatMap(([fact, some]) => (some === undefined ? [] : [[fact, [some].flat()]])),
  )

const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

const either = ([first = '', ...others]: readonly string[]): string =>
  [first, ...others.map(lower)].join(', or ')

/** Where a rule holds, a line for each fact that matters: the question, and the answers to it. */
export function whereLines(
  act: string,
  where: Conditions,
): readonly (readonly [asks: string, says: string])[] {
  if (!isAct(act)) return []
  const facts = factsOf(act)
  return Object.entries(where).flatMap(([fact, some]) => {
    const about = facts[fact]
    return about ? [[about.asks, either(some.map(value => about.values[value] ?? value))] as const] : []
  })
}

/** Where a rule holds, in one sentence without its questions, for a table. */
export const whereWords = (act: string, where: Conditions): string =>
  whereLines(act, where)
    .map(([, says]) => says)
    .join('; ') || 'Always'

export const Where = (props: {
  readonly act: string
  readonly where: Conditions
  /** What it says where no fact matters. */
  readonly always?: string
}) => {
  const lines = whereLines(props.act, props.where)
  if (lines.length === 0) return <>{props.always ?? 'Always, whatever the facts are'}</>
  return (
    <List
      items={lines.map(([asks, says]) => (
        <>
          {asks} <strong>{says}</strong>
        </>
      ))}
    />
  )
}

export const StandingTag = ({ standing }: { readonly standing: Standing }) => (
  <Tag colour={standingTags[standing].colour}>{standingTags[standing].words}</Tag>
)

export const StateTag = ({ state }: { readonly state: State }) => (
  <Tag colour={states[state].colour}>{states[state].words}</Tag>
)

/** The limit that a decision loosens. Undefined when the guidance no longer has it. */
export const limitOf = ({ limit_row }: Pick<DecisionRow, 'limit_row'>): AnyRow | undefined =>
  ruleRows.find(({ id }) => id === limit_row)

/** What a tightening asks for, in a sentence. */
export function tighteningWords({ at_most, needs, owed }: Pick<TighteningRow, 'at_most' | 'needs' | 'owed'>) {
  const parts = [
    at_most === 'best' ? '' : `At most: ${lower(standingTags[at_most].words)}.`,
    ...needs.map(one => `${approvals[one]}.`),
    ...owed.map(one => `${owing[one]}.`),
  ]
  return parts.filter(Boolean).join(' ')
}

/** What a decision loosens, in a sentence. */
export function decisionWords(row: Pick<DecisionRow, 'limit_row' | 'stands'>): string {
  const limit = limitOf(row)
  const was = limit ? lower(standingTags[limit.standing].words) : 'a limit'
  return `${was === 'a limit' ? 'A limit' : `What is ${was}`} is ${lower(standingTags[row.stands].words)} for a time.`
}

/** Who set a tightening and when: "Grace Lin, 25 November 2026". */
export const setWords = (row: TighteningRow): string => `${setBy(row)}, ${whenInWords(row.begins_on)}`

/** Where a rule of ours is on a day. `unkept` are the ids of those in force that are not kept to. */
export function stateOf(
  row: { readonly id: string; readonly begins_on: CalendarDay; readonly ended_at: Date | null },
  on: { readonly day: CalendarDay; readonly unkept: readonly { readonly id: string }[] },
  until?: CalendarDay,
): State {
  if (row.ended_at) return 'ended'
  if (until && until < on.day) return 'over'
  if (on.unkept.some(({ id }) => id === row.id)) return 'unkept'
  return row.begins_on > on.day ? 'to-come' : 'holds'
}

export const endedWords = (
  row: Pick<TighteningRow, 'ended_at' | 'ended_by_name' | 'ended_because'>,
): string =>
  row.ended_at ? `${row.ended_by_name ?? 'The policy'}, ${inDays(row.ended_at)}. ${row.ended_because}` : ''

/** Which combinations of facts change, from which standing to which: a card for each way in which some do. */
export const Changes = ({ act, changes }: { readonly act: Act; readonly changes: readonly Change[] }) => (
  <>
    {changes.map((change, at) => (
      <div class="ly-difference__change" key={at}>
        <p class="govuk-body">
          {change.from === change.to ? (
            <>
              Stays <StandingTag standing={change.to} />
            </>
          ) : (
            <>
              <StandingTag standing={change.from} /> becomes <StandingTag standing={change.to} />
            </>
          )}
        </p>
        <More change={change} />
        {change.where.map((where, number) => (
          <div key={number}>
            <p class="govuk-body">{number === 0 ? 'Where:' : 'Or where:'}</p>
            <Where act={act} where={where} />
          </div>
        ))}
      </div>
    ))}
  </>
)

function More({ change: { needs, owed } }: { readonly change: Change }) {
  const lines: ComponentChildren[] = [
    ...needs.more.map(one => `Needed as well: ${lower(approvals[one])}`),
    ...needs.less.map(one => `No longer needed: ${lower(approvals[one])}`),
    ...owed.more.map(one => `Owed as well: ${lower(owing[one])}`),
    ...owed.less.map(one => `No longer owed: ${lower(owing[one])}`),
  ]
  return lines.length > 0 ? <List items={lines} /> : null
}
