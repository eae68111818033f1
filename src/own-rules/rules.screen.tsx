import type { ComponentChildren } from 'preact'
import { type CalendarDay, dayAt, rulesOf, type Unkept, unkept, whenInWords } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import {
  ButtonLink,
  counted,
  Heading,
  Inset,
  Link,
  Paging,
  Paragraph,
  Subheading,
  stretchOf,
  Table,
  within,
} from '../ui/index.ts'
import { agencyRules, allOf, type OwnRows } from './in-force.ts'
import type { DecisionRow, TighteningRow } from './queries.ts'
import { routes } from './routes.ts'
import { mayDecide, mayTighten, type State } from './rules.ts'
import {
  actWords,
  decisionWords,
  endedWords,
  StateTag,
  setWords,
  stateOf,
  tighteningWords,
  whereWords,
} from './words.tsx'

/** An organisation's own rules, as everybody on the staff may read them: what each asks or loosens, and whether it holds. */
export const rulesScreen = screen({
  address: routes.rules,
  load: async reader => ({ rows: await allOf(reader) }),
  show: ({ thing: { rows }, actor, now, query }) => {
    const day = dayAt(now)
    const on = { day, unkept: rulesOf(agencyRules(rows), day).unkept }
    const standing = sorted(rows, on)
    const may = (roles: typeof mayTighten) => roles.some(role => actor.roles.includes(role))
    return {
      title: 'Our own rules',
      body: (
        <div class="ly-wide">
          <Heading>Our own rules</Heading>
          <Paragraph>
            What {actor.place} asks for beyond the guidance, and what a senior manager has decided for a time.
            Whoever asks before they act is answered with them.
          </Paragraph>
          {(may(mayTighten) || may(mayDecide)) && (
            <div class="govuk-button-group">
              {may(mayTighten) && (
                <ButtonLink href={routes.tighten.to()}>Ask for more than the guidance</ButtonLink>
              )}
              {may(mayDecide) && (
                <ButtonLink kind="secondary" href={routes.decide.to()}>
                  Decide that a limit does not hold for a time
                </ButtonLink>
              )}
            </div>
          )}
          {standing.unkept.length > 0 && (
            <Inset>
              {standing.unkept.length === 1 ? 'One rule is' : `${standing.unkept.length} rules are`} not kept
              to. Each says why.
            </Inset>
          )}
          <Tightenings rows={standing.tightenings} on={on} place={actor.place} />
          <Decisions rows={standing.decisions} on={on} />
          <Past rows={standing.past} query={query} />
        </div>
      ),
    }
  },
})

interface On {
  readonly day: CalendarDay
  readonly unkept: readonly { readonly id: string; readonly why: Unkept }[]
}

/** What stands or will, and what is past, the newest first. */
function sorted({ tightenings, decisions }: OwnRows, on: On) {
  const isPast = (state: State) => state === 'ended' || state === 'over'
  const tightenedPast = tightenings.filter(row => isPast(stateOf(row, on)))
  const decidedPast = decisions.filter(row => isPast(stateOf(row, on, row.until)))
  return {
    tightenings: tightenings.filter(row => !tightenedPast.includes(row)),
    decisions: decisions.filter(row => !decidedPast.includes(row)),
    past: [
      ...tightenedPast.map(row => ({ at: row.set_at, cells: pastTightening(row) })),
      ...decidedPast.map(row => ({ at: row.decided_at, cells: pastDecision(row, on) })),
    ].sort((one, other) => other.at.getTime() - one.at.getTime()),
    unkept: on.unkept,
  }
}

const tighteningLink = ({ id, act }: TighteningRow) => (
  <Link href={routes.tightening.to({ tightening: id })}>{actWords(act)}</Link>
)
const decisionLink = ({ id, act }: DecisionRow) => (
  <Link href={routes.decision.to({ decision: id })}>{actWords(act)}</Link>
)

/** Whether it is kept to, and if not, why not. */
function Kept({ id, state, on }: { readonly id: string; readonly state: State; readonly on: On }) {
  const why = on.unkept.find(one => one.id === id)?.why
  return (
    <>
      <StateTag state={state} /> {why && <span class="ly-list__aside">{unkept[why]}</span>}
    </>
  )
}

interface Listed<Row> {
  readonly rows: readonly Row[]
  readonly on: On
}

const Tightenings = ({ rows, on, place }: Listed<TighteningRow> & { readonly place: string }) => (
  <>
    {rows.length === 0 && <Subheading>What we ask for beyond the guidance</Subheading>}
    {rows.length === 0 ? (
      <Paragraph>
        {place} asks for nothing beyond the guidance. An administrator or a senior manager can add a rule.
      </Paragraph>
    ) : (
      <Table
        caption={`What we ask for beyond the guidance: ${rows.length === 1 ? '1 rule' : `${rows.length} rules`}`}
        columns={[
          { head: 'What it is about' },
          { head: 'When' },
          { head: 'What it asks' },
          { head: 'In our words' },
          { head: 'Set by, and since' },
          { head: 'Standing' },
        ]}
        rows={rows.map((row): readonly ComponentChildren[] => [
          tighteningLink(row),
          whereWords(row.act, row.conditions),
          tighteningWords(row),
          row.says,
          setWords(row),
          <Kept key="kept" id={row.id} state={stateOf(row, on)} on={on} />,
        ])}
      />
    )}
  </>
)

const Decisions = ({ rows, on }: Listed<DecisionRow>) => (
  <>
    {rows.length === 0 && <Subheading>What is decided for a time</Subheading>}
    {rows.length === 0 ? (
      <Paragraph>
        No limit of the guidance is loosened. Only a senior manager can decide that one is.
      </Paragraph>
    ) : (
      <Table
        caption={`What is decided for a time: ${rows.length === 1 ? '1 decision' : `${rows.length} decisions`}`}
        columns={[
          { head: 'What it is about' },
          { head: 'Where' },
          { head: 'What it loosens' },
          { head: 'Why' },
          { head: 'Decided by' },
          { head: 'Until' },
          { head: 'Standing' },
        ]}
        rows={rows.map((row): readonly ComponentChildren[] => [
          decisionLink(row),
          whereWords(row.act, row.conditions),
          decisionWords(row),
          row.says,
          `${row.decided_by_name}, from ${whenInWords(row.begins_on)}`,
          whenInWords(row.until),
          <Kept key="kept" id={row.id} state={stateOf(row, on, row.until)} on={on} />,
        ])}
      />
    )}
  </>
)

const pastTightening = (row: TighteningRow): readonly ComponentChildren[] => [
  tighteningLink(row),
  row.says,
  setWords(row),
  endedWords(row),
]
const pastDecision = (row: DecisionRow, on: On): readonly ComponentChildren[] => [
  decisionLink(row),
  row.says,
  `${row.decided_by_name}, ${whenInWords(row.begins_on)}`,
  row.until < on.day && !row.ended_at ? `By itself, after ${whenInWords(row.until)}` : endedWords(row),
]

interface PastRows {
  readonly rows: readonly { readonly cells: readonly ComponentChildren[] }[]
  readonly query: URLSearchParams
}

function Past({ rows, query }: PastRows) {
  if (rows.length === 0) return null
  const stretch = stretchOf(query, 'page', rows.length, 20)
  return (
    <>
      <Table
        caption={`What held before: ${counted(stretch, 'rule or decision', 'rules and decisions')}`}
        columns={[
          { head: 'What it was about' },
          { head: 'In our words' },
          { head: 'Set by' },
          { head: 'Ended' },
        ]}
        rows={within(rows, stretch).map(({ cells }) => cells)}
      />
      <Paging stretch={stretch} query={query} name="page" label="Pages of what held before" />
    </>
  )
}
