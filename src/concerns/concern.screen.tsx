import { randomUUID } from 'node:crypto'
import { closeDuties } from '../duties/index.ts'
import { inFull } from '../kit/clock.ts'
import { choice, emptyForm, hidden, text } from '../kit/forms/index.ts'
import { idFrom } from '../kit/ids.ts'
import { Already } from '../kit/proof.ts'
import { inVault, type PersonActor, type Writer } from '../records/index.ts'
import { abouts, byInWords, route, type Step, usualSettings, weights, whats } from '../routing/index.ts'
import { screen } from '../screens/index.ts'
import { UnlockFirst } from '../sealing/index.ts'
import {
  Button,
  Heading,
  Hidden,
  Inset,
  Link,
  Paragraph,
  Radios,
  Subheading,
  SummaryList,
  Textarea,
} from '../ui/index.ts'
import { concernHere, concernToRead } from './access.ts'
import { caseOf } from './casework/case-of.ts'
import { SayWhy } from './casework/open.screen.tsx'
import { openingOf } from './casework/opening.ts'
import { CorrectedBy, Pieces } from './casework/pieces.tsx'
import { Done, Marked, People, Stands, ToDo, WhatNext } from './casework/shown.tsx'
import { routes } from './routes.ts'
import type { Said } from './said.ts'
import { writePiece } from './write-piece.ts'

/** The words with names beside them; or that they are locked. Opening it is an entry before a word is shown. */
async function load(writer: Writer<PersonActor>, at: { readonly concern: string }) {
  const concern = await concernToRead(writer, at.concern)
  if (concern === undefined) return undefined
  if (concern === 'locked') return { locked: true, id: at.concern } as const
  if ((await openingOf(writer, concern.row)) === 'say-why')
    return { locked: 'say-why', id: at.concern } as const
  return { locked: false, concern, of: await caseOf(writer, concern), now: writer.now } as const
}
type Opened = Extract<NonNullable<Awaited<ReturnType<typeof load>>>, { locked: false }>

/** One concern, to whoever reads it: what was said, what has been written since, who opened it, and whom to tell. */
export const concernScreen = screen({
  address: routes.concern,
  loadOnRecord: load,
  show: ({ thing }) => ({
    title: 'A concern',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body:
      thing.locked === 'say-why' ? (
        <SayWhy concern={thing.id} form={emptyForm} />
      ) : thing.locked ? (
        <>
          <Heading>A concern</Heading>
          <UnlockFirst next={routes.concern.to({ concern: thing.id })} />
        </>
      ) : (
        <Open {...thing} />
      ),
  }),
})

const Open = ({ concern, of, now }: Opened) => {
  const { row, said, pieces } = concern
  return (
    <div class="ly-wide">
      <Heading>A concern</Heading>
      <Stands of={of} now={now} />
      <Subheading>What was said, {inFull(row.reported_at)}</Subheading>
      <p class="govuk-body ly-lines">{said.words}</p>
      <CorrectedBy number={1} pieces={pieces} />
      {said.message && (
        <Inset>
          <p class="govuk-body ly-lines">{said.message}</p>
        </Inset>
      )}
      <SummaryList
        rows={[
          ['To do with', row.what.map(one => whats[one]).join('; ')],
          ['Whose doing', row.about.map(one => abouts[one]).join('; ')],
          ['Child', said.who],
          ['Adult', said.adult],
          ['When and where', said.when],
          ['Online', said.web],
          ['Device', said.device],
          [
            'Told by',
            row.reported_by ? of.nameOf(row.reported_by) : (said.name ?? 'Somebody who gave no name'),
          ],
          ['To reach them', said.reach],
          ['From paper', said.paper && fromPaper(said.paper)],
        ].flatMap(([key, value]) => (value ? [{ key: `${key}`, value }] : []))}
      />
      <Pieces concern={concern} of={of} />
      <ToDo concern={concern} of={of} />
      <Marked concern={concern} />
      <Subheading>What to do now</Subheading>
      <WhatNext concern={concern} of={of} />
      <Subheading>Whom to tell, and by when</Subheading>
      <Paragraph>
        <Link href={routes.packs.to({ concern: row.id })}>Make what each of them is handed</Link>
      </Paragraph>
      <Steps steps={route({ what: row.what, about: row.about, ...row.facts }, usualSettings)} />
      <People concern={concern} of={of} />
      <Done of={of} />
    </div>
  )
}

/** From paper at 14:05 on 2026-11-26 by …, copied by …. */
const fromPaper = ({ by, at, copiedBy }: NonNullable<Said['paper']>) =>
  `Written at ${at} by ${by ?? 'somebody who gave no name'}, copied by ${copiedBy}`

const Steps = ({ steps }: { readonly steps: readonly Step[] }) => (
  <ol class="govuk-list govuk-list--number">
    {steps.map(({ id, weight, by, does, why }) => (
      <li key={id}>
        <strong>{does}</strong> {weights[weight]}, {byInWords(by)}. {why}
      </li>
    ))}
  </ol>
)

const fields = {
  words: text({ max: 20_000, called: 'What you write', required: 'Write something first' }),
  whose: choice(['reply', 'note', 'plan'], 'Choose who reads it'),
  key: hidden(idFrom<'draft'>),
}

/** Writes in a concern: an answer to whoever told, or a note for those who read it. */
export const answerScreen = screen({
  address: routes.answer,
  fields,
  load: (reader, at) => concernHere(reader, at.concern),
  show: ({ thing, form: { typed, errors } }) => ({
    title: 'Write in this concern',
    back: { href: routes.concern.to({ concern: thing.id }), text: 'The concern' },
    body: (
      <>
        <Heading>Write in this concern</Heading>
        <form method="post" noValidate>
          <Hidden name="key" value={typed.key ?? randomUUID()} />
          <Radios
            name="whose"
            label="Who reads it?"
            value={typed.whose}
            error={errors.whose}
            options={[
              {
                value: 'reply',
                text: 'Whoever told of it, and those who read it',
                hint: 'They see it when they come back with their code. Name nobody they did not name.',
              },
              { value: 'note', text: 'Those who read it' },
              { value: 'plan', text: 'Those who read it: it is what we plan' },
            ]}
          />
          <Textarea
            name="words"
            label="What you write"
            hint="It is never changed: correct it by writing again."
            rows={8}
            value={typed.words}
            error={errors.words}
          />
          <Button once>Keep this</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, concern, { words, whose, key }) =>
    inVault(writer, async inside => {
      const done = await writePiece(inside, concern, { kind: whose, words, by: writer.actor.personId, key })
      if (whose === 'reply' && !(done instanceof Already))
        await closeDuties(inside, { kind: 'answer-reporter', aboutId: concern.id }, done.entryId)
      return done
    }),
  done: (_, concern) => routes.concern.to({ concern: concern.id }),
  told: () => 'It is kept.',
  refused: {},
})
