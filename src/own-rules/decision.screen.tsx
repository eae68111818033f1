import { type CalendarDay, dayAt, unkept, whenInWords } from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import { choice } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Heading,
  Inset,
  Link,
  Paragraph,
  Radios,
  SummaryList,
  Textarea,
} from '../ui/index.ts'
import { decisionToEnd, decisionToRead } from './access.ts'
import { Limit } from './decide-steps.tsx'
import { endDecision, ways } from './end-decision.ts'
import { unkeptToday } from './in-force.ts'
import { toBeReviewed } from './owe-reviews.ts'
import type { DecisionRow } from './queries.ts'
import { routes } from './routes.ts'
import { mayDecide, mayEndDecision } from './rules.ts'
import { reasonField } from './tightening.screen.tsx'
import { actWords, decisionWords, endedWords, limitOf, StateTag, stateOf, Where } from './words.tsx'

/** One decision, and what is to be done about it. */
export const decisionScreen = screen({
  address: routes.decision,
  load: async (reader, { decision }) => {
    const row = await decisionToRead(reader, decision)
    return row && { row, on: await unkeptToday(reader) }
  },
  show: ({ thing: { row, on }, actor, now }) => {
    const why = on.unkept.find(({ id }) => id === row.id)?.why
    const ends = mayEndDecision.some(role => actor.roles.includes(role))
    const decides = mayDecide.some(role => actor.roles.includes(role))
    const open = !row.ended_at && !(row.reviewed_at && row.until < on.day)
    return {
      title: 'A decision for a time',
      back: { href: routes.rules.to(), text: 'Our own rules' },
      body: (
        <>
          <p class="govuk-caption-l">{actWords(row.act)}</p>
          <Heading>A decision for a time</Heading>
          {why && <Inset>This decision is not kept to. {unkept[why]}</Inset>}
          {toBeReviewed(row, now) && (
            <Inset>
              It ends soon, on {whenInWords(row.until)}. Let it end, end it now, or decide again with today’s
              reasons.
            </Inset>
          )}
          <Facts row={row} on={on} />
          {ends && open && (
            <ButtonLink kind="secondary" href={routes.endDecision.to({ decision: row.id })}>
              {row.until < on.day ? 'Say that you have seen that it is over' : 'End it, or let it end'}
            </ButtonLink>
          )}
          {decides && !row.ended_at && (
            <Paragraph>
              Still needed after {whenInWords(row.until)}?{' '}
              <Link href={decideAgain(row, on.day)}>Decide again</Link>
            </Paragraph>
          )}
        </>
      ),
    }
  },
})

/** The questions with the same answers, to be gone through again from the day after. */
function decideAgain(row: DecisionRow, today: CalendarDay): string {
  const after = new Date(`${row.until}T00:00:00Z`)
  after.setUTCDate(after.getUTCDate() + 1)
  const next = after.toISOString().slice(0, 10)
  const query = new URLSearchParams({ act: row.act, row: row.limit_row, where: 'said', to: row.stands })
  for (const [fact, some] of Object.entries(row.conditions))
    for (const value of some) query.append(`in.${fact}`, value)
  query.set('from', next < today ? today : next)
  return `${routes.decide.to()}?${query}`
}

function Facts({ row, on }: { readonly row: DecisionRow; readonly on: Parameters<typeof stateOf>[1] }) {
  const limit = limitOf(row)
  return (
    <SummaryList
      rows={[
        { key: 'Decided by', value: `${row.decided_by_name}, senior manager, ${inDays(row.decided_at)}` },
        { key: 'Why', value: <span class="ly-lines">{row.says}</span> },
        limit && { key: 'The limit', value: <Limit row={limit} /> },
        {
          key: 'Where it does not hold',
          value: <Where act={row.act} where={row.conditions} always="Wherever the limit would" />,
        },
        { key: 'What it loosens', value: decisionWords(row) },
        { key: 'From', value: whenInWords(row.begins_on) },
        { key: 'Until', value: `${whenInWords(row.until)}, that day too` },
        row.holder_id !== row.decided_by && { key: 'Who answers for it now', value: row.holder_name },
        { key: 'Standing', value: <StateTag state={stateOf(row, on, row.until)} /> },
        row.ended_at && { key: 'Ended', value: endedWords(row) },
        row.reviewed_at && {
          key: 'Reviewed',
          value: `${row.reviewed_by_name}, ${inDays(row.reviewed_at)}. ${row.reviewed_because}`,
        },
      ]}
    />
  )
}

/** Ends a decision now, or says that it was reviewed and may end on its last day. */
export const endDecisionScreen = screen({
  address: routes.endDecision,
  fields: { way: choice(ways, 'Choose how it ends'), reason: reasonField },
  load: async (reader, { decision }) => {
    const row = await decisionToEnd(reader, decision)
    return row && { row, over: row.until < dayAt(reader.now) }
  },
  show: ({ thing: { row, over }, form }) => ({
    title: 'End this decision',
    back: { href: routes.decision.to({ decision: row.id }), text: 'The decision' },
    body: (
      <>
        <p class="govuk-caption-l">{actWords(row.act)}</p>
        <Heading>End this decision</Heading>
        <Inset>{row.says}</Inset>
        <form method="post" noValidate>
          <Radios
            name="way"
            label="How it ends"
            options={[
              !over && { value: 'at-once', text: 'Now: the limit holds again from this moment' },
              {
                value: 'on-its-day',
                text: over
                  ? `It ended by itself after ${whenInWords(row.until)}, and I have seen that it is no longer done`
                  : `On its last day, ${whenInWords(row.until)}: I have reviewed it`,
              },
            ]}
            value={form.typed.way ?? (over ? 'on-its-day' : undefined)}
            error={form.errors.way}
          />
          <Textarea name="reason" label="Why" value={form.typed.reason} error={form.errors.reason} />
          <Button once>Keep this on the record</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, { row }, { way, reason }) => endDecision(writer, row, { way, reason }),
  done: decision => routes.decision.to({ decision }),
  told: (_, { row }, { way }) =>
    way === 'at-once' ? 'The decision has ended.' : `The decision ends after ${whenInWords(row.until)}.`,
  refused: {
    'ended-already': () =>
      'Somebody has ended this decision already, so nothing was changed. Go back to the list.',
    'reviewed-already': () =>
      'Somebody has said already that it was reviewed, so nothing was changed. Go back to see what they found.',
    'over-already': () =>
      'It has ended by itself in the meantime, so nothing was changed. Say that you have seen that it is over.',
  },
})
