import { randomUUID } from 'node:crypto'
import { closeDuties, openDuties } from '../../duties/index.ts'
import { asTyped, days, fromTyped, later } from '../../kit/clock.ts'
import { date, hidden, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Already, refuse } from '../../kit/proof.ts'
import { inVault } from '../../records/index.ts'
import { Button, Heading, Hidden, Input, Textarea } from '../../ui/index.ts'
import { concernHere } from '../access.ts'
import { routes } from '../routes.ts'
import { screenWithKey } from '../with-key.tsx'
import { work } from './routes.ts'
import { writeAndStep } from './write-and-step.ts'

const longest = days(366)

/** Says how a concern stands now, and when it is looked at again. */
export const reviewScreen = screenWithKey({
  address: work.review,
  fields: {
    words: text({ max: 20_000, called: 'How it stands', required: 'Say how it stands now' }),
    day: date({ called: 'The day', required: 'Enter the day on which you look at it again' }),
    key: hidden(idFrom<'draft'>),
  },
  load: (reader, at) => concernHere(reader, at.concern),
  show: ({ thing, now, form: { typed, errors } }) => ({
    title: 'How does it stand now?',
    back: { href: routes.concern.to({ concern: thing.id }), text: 'The concern' },
    body: (
      <>
        <Heading>How does it stand now?</Heading>
        <form method="post" noValidate>
          <Hidden name="key" value={typed.key ?? randomUUID()} />
          <Textarea
            name="words"
            label="Is the child safe? What has changed, and what is still to be done?"
            rows={5}
            value={typed.words}
            error={errors.words}
          />
          <Input
            name="day"
            type="date"
            width={10}
            label="When do you look at it again?"
            hint="You are reminded. Within a year."
            value={typed.day ?? asTyped(later(now, days(14))).day}
            error={errors.day}
          />
          <Button once>Keep this</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, concern, { words, day, key }) => {
    const due = fromTyped(day, '17:00')
    if (due <= writer.now || due > later(writer.now, longest)) return refuse('no-day')
    return inVault(writer, async inside => {
      const done = await writeAndStep(inside, concern, { kind: 'plan', words, key }, { step: 'reviewed' })
      if (done instanceof Already) return done
      await closeDuties(inside, { kind: 'review-concern', aboutId: concern.id }, done.entryId)
      const about = { kind: 'concern', id: concern.id }
      await openDuties(inside, 'review-concern', [writer.actor.personId], about, done.entryId, due)
      return done
    })
  },
  done: (_, concern) => routes.concern.to({ concern: concern.id }),
  told: () => 'It is kept, and you are reminded on that day.',
  refused: { 'no-day': () => 'Enter a day from tomorrow on, and within a year.' },
})
