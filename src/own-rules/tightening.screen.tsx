import { unkept } from '../guidance/index.ts'
import { text } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Inset, Paragraph, SummaryList, Textarea } from '../ui/index.ts'
import { tighteningToEnd, tighteningToRead } from './access.ts'
import { endTightening } from './end-tightening.ts'
import { unkeptToday } from './in-force.ts'
import { routes } from './routes.ts'
import { longestWords, mayTighten } from './rules.ts'
import { actWords, endedWords, StateTag, setWords, stateOf, tighteningWords, Where } from './words.tsx'

/** One rule of ours that asks for more than the guidance does. */
export const tighteningScreen = screen({
  address: routes.tightening,
  load: async (reader, { tightening }) => {
    const row = await tighteningToRead(reader, tightening)
    return row && { row, on: await unkeptToday(reader) }
  },
  show: ({ thing: { row, on }, actor }) => {
    const why = on.unkept.find(({ id }) => id === row.id)?.why
    const may = mayTighten.some(role => actor.roles.includes(role))
    return {
      title: 'A rule of our own',
      back: { href: routes.rules.to(), text: 'Our own rules' },
      body: (
        <>
          <p class="govuk-caption-l">{actWords(row.act)}</p>
          <Heading>A rule of our own</Heading>
          {why && <Inset>This rule is not kept to. {unkept[why]}</Inset>}
          <SummaryList
            rows={[
              { key: 'In our words', value: <span class="ly-lines">{row.says}</span> },
              { key: 'When it holds', value: <Where act={row.act} where={row.conditions} /> },
              { key: 'What it asks', value: tighteningWords(row) },
              { key: 'Set by, and since', value: setWords(row) },
              { key: 'Standing', value: <StateTag state={stateOf(row, on)} /> },
              row.ended_at && { key: 'Ended', value: endedWords(row) },
            ]}
          />
          {may && !row.ended_at && row.policy_title && (
            <Paragraph>
              It is part of the {row.policy_title}: publish a new version without it, and it ends.
            </Paragraph>
          )}
          {may && !row.ended_at && !row.policy_title && (
            <ButtonLink kind="secondary" href={routes.endTightening.to({ tightening: row.id })}>
              End this rule
            </ButtonLink>
          )}
        </>
      ),
    }
  },
})

export const reasonField = text({ max: longestWords, called: 'The reason', required: 'Say why it ends' })

/** Ends a rule that asks for more than the guidance does. */
export const endTighteningScreen = screen({
  address: routes.endTightening,
  fields: { reason: reasonField },
  load: (reader, { tightening }) => tighteningToEnd(reader, tightening),
  show: ({ thing: row, form }) => ({
    title: 'End this rule',
    back: { href: routes.tightening.to({ tightening: row.id }), text: 'The rule' },
    body: (
      <>
        <p class="govuk-caption-l">{actWords(row.act)}</p>
        <Heading>End this rule</Heading>
        <Inset>{row.says}</Inset>
        <Paragraph>From then on what the guidance says holds again. The rule stays on the record.</Paragraph>
        <form method="post" noValidate>
          <Textarea name="reason" label="Why it ends" value={form.typed.reason} error={form.errors.reason} />
          <Button once>End this rule</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, row, { reason }) => endTightening(writer, row, reason),
  done: () => routes.rules.to(),
  told: (_, row) => `The rule has ended: “${row.says}”`,
  refused: {
    'ended-already': () =>
      'Somebody has ended this rule already, so nothing was changed. Go back to the list.',
    'of-a-policy': ({ facts }) =>
      `This rule is part of the ${facts}, which would go on saying it. Publish a new version of the policy without it instead.`,
  },
})
