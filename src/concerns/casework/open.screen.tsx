import { randomUUID } from 'node:crypto'
import { choice, type FormState, hidden, maybeText } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Button, Heading, Hidden, Paragraph, Radios, Textarea } from '../../ui/index.ts'
import { concernHere, concernToShare } from '../access.ts'
import { routes } from '../routes.ts'
import { screenWithKey } from '../with-key.tsx'
import { openBecause } from './opening.ts'
import { work } from './routes.ts'
import { reasonNames, reasons } from './rules.ts'

export const whyFields = {
  reason: choice(reasonNames, 'Say why you are opening it'),
  words: maybeText({ max: 2000, called: 'What you say to it' }),
  key: hidden(idFrom<'draft'>),
}

/** Asked once a day before a concern opens; those who read it see the answer. */
export const SayWhy = ({
  form: { typed, errors },
  ...of
}: {
  readonly form: FormState<typeof whyFields>
} & ({ readonly concern: string } | { readonly to: string })) => (
  <>
    <Heading>Why are you opening this?</Heading>
    <Paragraph>
      We ask once a day. The others who read this concern see that you opened it, when, and why.
    </Paragraph>
    <form method="post" action={'to' in of ? of.to : work.open.to(of)} noValidate>
      <Hidden name="key" value={typed.key ?? randomUUID()} />
      <Radios
        name="reason"
        label="Why"
        value={typed.reason}
        error={errors.reason}
        options={reasonNames
          .filter(name => name !== 'first-look')
          .map(value => ({ value, text: reasons[value] }))}
      />
      <Textarea
        name="words"
        label="In your own words"
        hint="You may leave this empty, unless it is something else. It is sealed, as the concern is."
        rows={2}
        value={typed.words}
        error={errors.words}
      />
      <Button once>Open it</Button>
    </form>
  </>
)

/** Says why one opens a concern. */
export const openScreen = screenWithKey({
  address: work.open,
  fields: whyFields,
  // Whoever says that they open it can: it is what ends that it is late.
  load: async (reader, at) => (await concernToShare(reader, at.concern)) && concernHere(reader, at.concern),
  show: ({ thing, form }) => ({
    title: 'Why are you opening this?',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body: <SayWhy concern={thing.id} form={form} />,
  }),
  submit: openBecause,
  done: (_, concern) => routes.concern.to({ concern: concern.id }),
  refused: { 'say-which': () => 'Say in your own words why you are opening it.' },
})
