import { randomUUID } from 'node:crypto'
import { inFull } from '../../kit/clock.ts'
import { hidden, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Hidden, Inset, Link, Paragraph, Tag, Textarea, Warning } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { concernWithinReach, withinReach } from './access.ts'
import { breakGlass } from './glass.ts'
import { work } from './routes.ts'

/** What waits while nobody who reads it may be there: that it is there, and since when. Nothing else of it. */
export const withinScreen = screen({
  address: work.within,
  load: withinReach,
  show: ({ thing }) => ({
    title: 'When nobody can be reached',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body: (
      <>
        <Heading>When nobody can be reached</Heading>
        <Inset>
          Concerns that others read, and that your key opens too. Let yourself in only when a child may come
          to harm before one of those others can be reached. They are told at once that you did, and why.
        </Inset>
        {thing.length === 0 && <Paragraph>There is none.</Paragraph>}
        <ul class="ly-list">
          {thing.map(({ id, reported_at, opened_at }) => (
            <li key={id}>
              <Link href={work.glass.to({ concern: id })}>A concern told of at {inFull(reported_at)}</Link>{' '}
              {!opened_at && <Tag colour="red">Not looked at yet</Tag>}
            </li>
          ))}
        </ul>
      </>
    ),
  }),
})

/** Lets oneself in, with a reason that everybody who reads it sees. */
export const glassScreen = screen({
  address: work.glass,
  fields: {
    words: text({
      max: 2000,
      called: 'Why',
      required: 'Say why it cannot wait, and whom you tried to reach',
    }),
    key: hidden(idFrom<'draft'>),
  },
  load: (reader, at) => concernWithinReach(reader, at.concern),
  show: ({ thing, form: { typed, errors } }) => ({
    title: 'Let yourself in',
    back: { href: work.within.to(), text: 'When nobody can be reached' },
    body: (
      <>
        <Heading>Let yourself in</Heading>
        <Warning>If a child is in danger now, call 999 first.</Warning>
        <Paragraph>
          This concern was told of at {inFull(thing.reported_at)}. Everybody who reads it gets a letter at
          once, and a red line with your name stands on it from then on.
        </Paragraph>
        <form method="post" noValidate>
          <Hidden name="key" value={typed.key ?? randomUUID()} />
          <Textarea
            name="words"
            label="Why can it not wait, and whom did you try to reach?"
            rows={3}
            value={typed.words}
            error={errors.words}
          />
          <Button once kind="warning">
            Let myself in
          </Button>
        </form>
      </>
    ),
  }),
  submit: breakGlass,
  done: (_, { id }) => routes.concern.to({ concern: id }),
  told: () => 'You read it from now on. The others were told.',
  refused: {},
})
