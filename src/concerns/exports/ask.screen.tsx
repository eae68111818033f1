import { randomUUID } from 'node:crypto'
import { choice, hidden, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Hidden, Inset, List, Paragraph, Radios, Textarea } from '../../ui/index.ts'
import { work } from '../casework/routes.ts'
import { childToTake } from './access.ts'
import { askExport } from './ask.ts'
import { taking } from './routes.ts'
import { purposeNames, purposes } from './rules.ts'

/** Asks for what is told of one child, to take away. */
export const askScreen = screen({
  address: taking.ask,
  fields: {
    purpose: choice(purposeNames, 'Choose for whom it is'),
    reason: text({ max: 1000, called: 'Why', required: 'Say why they need it, and who asked for it' }),
    key: hidden(idFrom<'draft'>),
  },
  load: (reader, at) => childToTake(reader, at.person),
  show: ({ thing, form: { typed, errors } }) => ({
    title: 'Export what is told of a child',
    back: { href: work.child.to({ person: thing.id }), text: 'All that is told of one child' },
    body: (
      <>
        <p class="govuk-caption-l">{thing.name}</p>
        <Heading>Export what is told of a child</Heading>
        <Paragraph>
          {thing.concerns.length === 1
            ? 'The one concern that you read and that they are linked to.'
            : `The ${thing.concerns.length} concerns that you read and that they are linked to.`}{' '}
          You get two files, one to read (PDF) and one to check (JSON), with:
        </Paragraph>
        <List
          items={[
            'what was told first, and all that was written since, with its corrections',
            'what was decided and why, what was to be done and what was done',
            'each document that was handed in, named; you decide for each whether it leaves, whole',
            'who is linked, who reads it, and each time that somebody opened it',
          ]}
        />
        <Inset>
          Next you see everybody else who is named in it, and decide for each whether their name leaves.
          Nothing can be fetched before that. The others who read these concerns see that you asked.
        </Inset>
        <form method="post" noValidate>
          <Hidden name="key" value={typed.key ?? randomUUID()} />
          <Radios
            name="purpose"
            label="For whom is it?"
            value={typed.purpose}
            error={errors.purpose}
            options={purposeNames.map(value => ({ value, text: purposes[value] }))}
          />
          <Textarea
            name="reason"
            label="Why do they need it, and who asked?"
            hint="It stands on the first page of what you hand over. Here it is sealed to you."
            rows={3}
            value={typed.reason}
            error={errors.reason}
          />
          <Button once>Look who is named in it</Button>
        </form>
      </>
    ),
  }),
  submit: askExport,
  done: id => taking.export.to({ taking: id }),
  refused: {
    'no-key': () => 'What you ask for is sealed to your own key, and you have none yet. Make one first.',
  },
})
