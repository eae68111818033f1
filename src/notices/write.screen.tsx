import { randomUUID } from 'node:crypto'
import { inWords } from '../kit/clock.ts'
import { choice, hidden, line, text } from '../kit/forms/index.ts'
import { draftKey, whyNot } from '../messages/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Hidden, Input, Inset, Paragraph, Radios, Textarea } from '../ui/index.ts'
import { groupToUse } from './access.ts'
import { routes } from './routes.ts'
import { longestNotice, reaches, reachList } from './rules.ts'
import { goesLater, recipientsOf, writeNotice } from './write-notice.ts'

/** A notice to a group. */
export const writeNoticeScreen = screen({
  address: routes.write,
  fields: {
    reaches: choice(reachList, 'Choose whom it is for'),
    subject: line({
      max: longestNotice.subject,
      called: 'What it is about',
      required: 'Enter what it is about',
    }),
    body: text({ max: longestNotice.body, called: 'The notice', required: 'Write the notice' }),
    key: hidden(draftKey),
  },
  load: async (reader, { group }) => {
    const here = await groupToUse(reader, group)
    return here && Object.assign(here, { goes: await goesLater(reader) })
  },
  show: ({ thing, form, refusal }) => ({
    title: refusal ? 'Your notice was not sent' : 'Write a notice',
    back: { href: routes.group.to({ group: thing.group.id }), text: thing.group.name },
    body: (
      <>
        <Heading>{refusal ? 'Your notice was not sent' : 'Write a notice'}</Heading>
        {refusal && <Inset>Nothing is lost: your words are below. Change them and send again.</Inset>}
        <Paragraph>
          Each family has a copy of its own. Nobody sees who else was written to, so name no other family in
          it.
        </Paragraph>
        {thing.goes && (
          <Inset>
            It is outside the hours in which we write to families. What you send now goes to everybody on{' '}
            {inWords(thing.goes)}.
          </Inset>
        )}
        <form method="post" noValidate>
          <Hidden name="key" value={form.typed.key ?? randomUUID()} />
          <Radios
            name="reaches"
            label="Who is it for?"
            options={reachList.map(value => ({
              value,
              text: reaches[value].words,
              hint: counted(recipientsOf(thing, value).length),
            }))}
            value={form.typed.reaches ?? 'parents'}
            error={form.errors.reaches}
          />
          <Input
            name="subject"
            label="What it is about"
            value={form.typed.subject}
            error={form.errors.subject}
          />
          <Textarea
            name="body"
            label="The notice"
            hint={`Up to ${longestNotice.body.toLocaleString('en-GB')} characters. It is kept, and cannot be changed once it is sent.`}
            rows={8}
            value={form.typed.body}
            error={form.errors.body ?? form.errors.key}
          />
          <Button once>Send it to everybody</Button>
        </form>
      </>
    ),
  }),
  submit: writeNotice,
  done: notice => routes.notice.to({ notice }),
  told: (_, { goes }) =>
    goes ? `It is kept, and goes to everybody on ${inWords(goes)}.` : 'It is on its way to everybody.',
  refused: {
    'personal-detail': refusal => whyNot['personal-detail'](refusal),
    'own-rule': refusal => whyNot['own-rule'](refusal),
    nobody: () =>
      'There is nobody to send this to: no parent is entered, or the work with them has ended. Choose whom it is for again.',
    'no-second-adult': () =>
      'You cannot send this to young people: there is nobody to be the second adult. Send it to their parents, or ask your administrator to enter your manager or a designated person.',
  },
})

const counted = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`
