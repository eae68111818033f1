import {
  type AnyRow,
  type CalendarDay,
  dayAt,
  type Fact,
  firmness,
  isRowId,
  ruleRows,
  statement,
  whenInWords,
} from '../guidance/index.ts'
import { maybeDate } from '../kit/forms/index.ts'
import { Details, Heading, Input, Link, List, Paragraph, Radios, Subheading } from '../ui/index.ts'
import { type Deciding, latestDay } from './decide.ts'
import type { Given, Step } from './journey.tsx'
import { actIn, actStep, conditionsIn, whereStep, wordsIn, wordsStep } from './questions.tsx'
import { routes } from './routes.ts'
import { standingTags } from './rules.ts'
import { factsOf, listed, StandingTag, Where, whereLines } from './words.tsx'

const limitsOf = (given: Given): readonly AnyRow[] =>
  ruleRows.filter(
    ({ act, standing }) => act === actIn(given) && (standing === 'forbidden' || standing === 'poor'),
  )

/** The limit that is to be loosened. Undefined until one is chosen that can be. */
export function limitIn(given: Given): AnyRow | undefined {
  const id = given.get('row') ?? ''
  return isRowId(id) ? limitsOf(given).find(row => row.id === id && !row.firm) : undefined
}

/** Where a limit holds: a line for each fact. */
const inWords = ({ act, when }: AnyRow) =>
  whereLines(act, listed(when)).map(([asks, says], at) => (
    <span key={asks}>
      {at > 0 && <br />}
      {asks} <strong>{says}</strong>
    </span>
  ))

const limitStep: Step = {
  name: 'limit',
  asks: field => !['act', 'says', 'from', 'until'].includes(field),
  wrong: given => (limitIn(given) ? undefined : { row: 'Choose the limit that does not hold for a time' }),
  title: () => 'Which limit is it?',
  show(given, errors) {
    const loose = limitsOf(given).filter(row => !row.firm)
    if (loose.length === 0)
      return (
        <>
          <Heading>Which limit is it?</Heading>
          <Paragraph>
            No limit on this can be loosened.{' '}
            <Link href={routes.decide.to()}>Choose something else to decide about</Link>
          </Paragraph>
        </>
      )
    return (
      <Radios
        name="row"
        label="Which limit is it?"
        labelIsHeading
        options={loose.map(row => ({
          value: row.id,
          text: inWords(row),
          hint: `${standingTags[row.standing].words}. ${row.because.map(id => statement(id).says)[0]}`,
        }))}
        value={given.get('row') ?? undefined}
        error={errors.row}
      />
    )
  },
  below: given => <Firm rows={limitsOf(given).filter(row => row.firm)} />,
}

/** The limits that nobody can loosen, each with why. */
const Firm = ({ rows }: { readonly rows: readonly AnyRow[] }) =>
  rows.length === 0 ? null : (
    <>
      <Subheading>These hold whatever anybody decides</Subheading>
      {rows.map(row => (
        <Details key={row.id} summary={inWords(row)}>
          <p class="govuk-body">
            <StandingTag standing={row.standing} /> {row.firm && firmness[row.firm]}.
          </p>
          <List
            items={row.because.map(id => (
              <>
                {statement(id).says} <span class="ly-cite">{id}</span>
              </>
            ))}
          />
        </Details>
      ))}
    </>
  )

/** The facts in which the limit leaves a choice: a decision can hold in a part of where the limit does. */
export function factsLeft(given: Given): readonly (readonly [string, Fact])[] {
  const limit = limitIn(given)
  if (!limit) return []
  const when = listed(limit.when)
  return Object.entries(factsOf(limit.act)).flatMap(([name, fact]) => {
    const values = Object.entries(fact.values).filter(([value]) => when[name]?.includes(value) ?? true)
    return values.length > 1 ? [[name, { ...fact, values: Object.fromEntries(values) }] as const] : []
  })
}

/** To what it is loosened. What is poor practice can only become safe. */
export function standsIn(given: Given): 'poor' | 'safe' | undefined {
  if (limitIn(given)?.standing === 'poor') return 'safe'
  const to = given.get('to')
  return to === 'poor' || to === 'safe' ? to : undefined
}

const standsStep: Step = {
  name: 'stands',
  asks: field => field === 'to',
  wrong: given => (standsIn(given) ? undefined : { to: 'Choose how it stands for a time' }),
  title: () => 'How does it stand for that time?',
  show: (given, errors) => (
    <Radios
      name="to"
      label="How does it stand for that time?"
      labelIsHeading
      options={[
        { value: 'safe', text: 'It may be done, with care', hint: 'A senior manager agrees each time' },
        {
          value: 'poor',
          text: 'It is poor practice',
          hint: 'It is no longer forbidden, and still not to be done',
        },
      ]}
      value={given.get('to') ?? undefined}
      error={errors.to}
    />
  ),
}

const fromField = maybeDate('The first day')
const untilField = maybeDate('The last day')

/** The first and the last day, with what is wrong with them. */
export function daysIn(given: Given, today: CalendarDay) {
  const [from, until] = [
    fromField.parse(given.get('from') ?? undefined),
    untilField.parse(given.get('until') ?? undefined),
  ]
  if (!from.ok) return { wrong: { from: from.sentence } }
  if (!until.ok) return { wrong: { until: until.sentence } }
  const [first, last] = [from.value ?? today, until.value]
  if (first < today) return { wrong: { from: 'The first day must be today or later' } }
  if (!last) return { wrong: { until: 'Enter the last day' } }
  if (last < first) return { wrong: { until: 'The last day must not be before the first' } }
  return last > latestDay(first)
    ? { wrong: { until: `The last day must be ${whenInWords(latestDay(first))} at the latest: a year on` } }
    : { first, last }
}

const daysStep = (now: Date): Step => ({
  name: 'days',
  asks: field => field === 'from' || field === 'until',
  wrong: given => daysIn(given, dayAt(now)).wrong,
  title: () => 'From when, and until when?',
  show: (given, errors) => (
    <>
      <Heading>From when, and until when?</Heading>
      <Paragraph>
        A year at most. You are told four weeks before it ends: after its last day the limit holds again by
        itself.
      </Paragraph>
      <Input
        name="from"
        type="date"
        width={10}
        label="The first day"
        value={given.get('from') ?? dayAt(now)}
        error={errors.from}
      />
      <Input
        name="until"
        type="date"
        width={10}
        label="The last day"
        value={given.get('until') ?? undefined}
        error={errors.until}
      />
    </>
  ),
})

/** The questions that make a decision, in their order. */
export const decideSteps = (now: Date): readonly Step[] => [
  actStep('What is the decision about?'),
  limitStep,
  whereStep(
    'Where does the limit not hold?',
    'Keep it as narrow as you can: tick what must be so. Where nothing in a question is ticked, it makes no difference.',
    factsLeft,
  ),
  standsStep,
  daysStep(now),
  wordsStep(
    'Why do you decide so?',
    'In your own words. Your staff read this, and so does your safeguarding board, with your name.',
  ),
]

/** What was answered, as a decision. Undefined while it is not complete. */
export function decidingIn(given: Given, now: Date): Deciding | undefined {
  const [limit, stands, days] = [limitIn(given), standsIn(given), daysIn(given, dayAt(now))]
  if (!limit || !stands || days.wrong) return undefined
  return {
    act: limit.act,
    limit_row: limit.id,
    conditions: conditionsIn(given, factsLeft),
    stands,
    says: wordsIn(given),
    begins_on: days.first,
    until: days.last,
  }
}

/** The limit, in words, for the page that checks it. */
export const Limit = ({ row }: { readonly row: AnyRow }) => (
  <>
    <StandingTag standing={row.standing} /> <Where act={row.act} where={listed(row.when)} />
  </>
)
