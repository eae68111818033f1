import { dayAt } from '../guidance/index.ts'
import { text } from '../kit/forms/index.ts'
import { screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Inset, Paragraph, SummaryList, Textarea } from '../ui/index.ts'
import { tuningToEnd, tuningToSee } from './access.ts'
import { type Effect, effectOn } from './effect.ts'
import { EffectTable, effectWords } from './effect-table.tsx'
import { endTuning } from './end-tuning.ts'
import { tuningFrom } from './in-force.ts'
import type { Past } from './past.ts'
import { selectTunings } from './queries.ts'
import { routes } from './routes.ts'
import { longestWords, mayTune } from './rules.ts'
import { aboutWords, changeWords, endedWords, StateTag, setWords, stateOf } from './words.tsx'

/** One change of the screening. */
export const tuningScreen = screen({
  address: routes.tuning,
  load: async (reader, { tuning }) => {
    const row = await tuningToSee(reader, tuning)
    return row && { row, today: dayAt(reader.now) }
  },
  show: ({ thing: { row, today }, actor }) => ({
    title: 'A change to the screening',
    back: { href: routes.screening.to(), text: 'What the screening looks for' },
    body: (
      <>
        <p class="govuk-caption-l">{aboutWords(row)}</p>
        <Heading>A change to the screening</Heading>
        <SummaryList
          rows={[
            { key: 'What it does', value: changeWords(row) },
            { key: 'Why', value: <span class="ly-lines">{row.says}</span> },
            { key: 'Decided by', value: setWords(row) },
            { key: 'Where it is', value: <StateTag row={row} today={today} /> },
            row.ended_at && { key: 'Ended', value: endedWords(row) },
          ]}
        />
        {stateOf(row, today) === 'holds' && mayTune.some(role => actor.roles.includes(role)) && (
          <ButtonLink kind="secondary" href={routes.endTuning.to({ tuning: row.id })}>
            End this change
          </ButtonLink>
        )}
      </>
    ),
  }),
})

/** Ends a change, once it is seen what that would do. */
export const endTuningScreen = (past: Past) =>
  screen({
    address: routes.endTuning,
    fields: { reason: text({ max: longestWords, called: 'The reason', required: 'Say why it ends' }) },
    load: async (reader, { tuning }) => {
      const row = await tuningToEnd(reader, tuning)
      if (!row) return undefined
      const today = dayAt(reader.now)
      const all = await selectTunings(reader.db, reader.actor.agencyId)
      const standing = all.filter(one => stateOf(one, today) === 'holds')
      const effect: Effect = await effectOn(reader, past, {
        now: tuningFrom(standing),
        later: tuningFrom(standing.filter(({ id }) => id !== row.id)),
      })
      return { row, effect }
    },
    show: ({ thing: { row, effect }, form }) => ({
      title: 'End this change',
      back: { href: routes.tuning.to({ tuning: row.id }), text: 'The change' },
      body: (
        <>
          <p class="govuk-caption-l">{aboutWords(row)}</p>
          <Heading>End this change</Heading>
          <Inset>{changeWords(row)}</Inset>
          <Paragraph>From then on it is as it was without it. {effectWords(effect)}</Paragraph>
          <EffectTable effect={effect} />
          <form method="post" noValidate>
            <Textarea
              name="reason"
              label="Why it ends"
              value={form.typed.reason}
              error={form.errors.reason}
            />
            <Button once>End this change</Button>
          </form>
        </>
      ),
    }),
    submit: (writer, { row }, { reason }) => endTuning(writer, row, reason),
    done: () => routes.screening.to(),
    told: (_, { row }) => `It has ended. ${changeWords(row)}: no longer.`,
    refused: {
      'ended-already': () =>
        'Somebody has ended this change already, so nothing was changed. Go back to the list.',
    },
  })
