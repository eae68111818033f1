import { type CalendarDay, dayAt } from '../../guidance/index.ts'
import { chosen, date, type Field, type FormState, line, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import type { Member } from '../../people/index.ts'
import type { PersonId } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  Checkboxes,
  counted,
  Find,
  Heading,
  Input,
  Link,
  Paging,
  Paragraph,
  Select,
  Textarea,
} from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { policyToRecord, seconds } from './access.ts'
import { type NotSigned, notSigned } from './not-signed.ts'
import { recordSheet } from './record-sheet.ts'
import { mostOnSheet } from './rules.ts'

/** One box for each line of the sheet: the page gives it the id of whoever stands there. */
const boxes = Array.from({ length: mostOnSheet }, (_, at) => `person${at + 1}`)
const maybePerson: Field<PersonId | undefined> = {
  // An id names a person by where it stands; the verb finds them among the manager's own people or refuses.
  parse: typed => ({ ok: true, value: idFrom<'person'>(typed) }),
}

const fields = {
  code: line({ max: 40, called: 'The code', required: 'Enter the code that is printed on the sheet' }),
  day: date({ called: 'The day they signed', required: 'Enter the day they signed' }),
  kept: line({ max: 300, called: 'Where the sheet is kept', required: 'Say where the sheet is kept' }),
  explained: text({
    max: 1000,
    called: 'How it was explained',
    required: 'Say how the policy was explained to them',
  }),
  asked: chosen<'person'>('Choose who confirms it'),
  ...Object.fromEntries(boxes.map(name => [name, maybePerson] as const)),
}

/** A manager records who of their line signed on paper, several of one sheet at once, and asks a second person. */
export const recordSheetScreen = screen({
  address: routes.recordPaper,
  fields,
  load: async (reader, { policy, query }) => {
    const about = await policyToRecord(reader, policy)
    if (!about) return undefined
    const [list, second] = await Promise.all([notSigned(reader, about, query), seconds(reader)])
    return { about, list, second, today: dayAt(reader.now) }
  },
  show: ({ thing: { about, list, second, today }, form, query }) => {
    const { policy } = about.found
    const to = { policy: policy.id }
    return {
      title: `Record who signed on paper: ${policy.title}`,
      back: { href: routes.paper.to(to), text: 'On paper' },
      body: (
        <>
          <Heading>Record who signed on paper</Heading>
          <Paragraph>
            {policy.title}. Have the signed sheet in your hand. If there is none yet,{' '}
            <Link href={routes.printPaper.to(to)}>print one</Link>.
          </Paragraph>
          {(list.stretch.total > mostOnSheet || list.find) && (
            <Find label="Find somebody by name" value={list.find} />
          )}
          {list.people.length === 0 ? (
            <Paragraph>
              {list.find
                ? 'Nobody who answers to you and has yet to sign has that in their name.'
                : 'Everybody who answers to you has signed, or is on a sheet that waits to be confirmed.'}
            </Paragraph>
          ) : (
            <SheetForm list={list} second={second} today={today} form={form} />
          )}
          <Paging stretch={list.stretch} query={query} name="page" label="Pages of people" />
        </>
      ),
    }
  },
  submit: (writer, { about }, { code, day, kept, explained, asked, ...rest }) => {
    const ticks: Readonly<Record<string, unknown>> = rest
    return recordSheet(writer, about, {
      code,
      signedOn: day,
      keptAt: kept,
      explained,
      asked,
      persons: boxes.flatMap(name => (ticks[name] as PersonId | undefined) ?? []),
    })
  },
  done: row => routes.sheet.to({ sheet: row.id }),
  told: () => 'It is recorded. Nothing opens to them until it is confirmed.',
  refused: {
    nobody: () => 'Nobody was ticked, so nothing was recorded. Tick everybody who signed the sheet.',
    'no-such-text': () =>
      'No text of this policy has that code, so nothing was recorded. Look at the code on the sheet again.',
    superseded: () =>
      'The text on that sheet has been replaced by one that must be signed anew, so nothing was recorded. Print a new sheet, and explain what has changed.',
    'wrong-day': () =>
      'They cannot have signed on that day: it is before the text was published, or still to come. Nothing was recorded. Look at the day on the sheet.',
    'not-yours': () =>
      'Somebody you ticked does not answer to you now, so nothing was recorded. Their own manager records it.',
    'not-to-sign': ({ facts: { names } }) =>
      `Nothing was recorded: ${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} signed already, or ${names.length === 1 ? 'is' : 'are'} on a sheet that waits to be confirmed. Untick them.`,
    'not-a-second': () =>
      'Whoever you chose cannot confirm it, so nothing was recorded. Choose a manager, senior manager, designated person or administrator who is not on the sheet.',
  },
})

/** A list longer than this is no list to choose from. */
const mostSeconds = 300

interface SheetFormProps {
  readonly list: NotSigned
  readonly second: readonly Member[]
  readonly today: CalendarDay
  readonly form: FormState<typeof fields>
}

function SheetForm({ list, second, today, form }: SheetFormProps) {
  const typed: Readonly<Record<string, string | undefined>> = form.typed
  const ticked = new Set(boxes.map(name => typed[name]))
  return (
    <form method="post" noValidate>
      <Checkboxes
        name="person1"
        label="Who signed"
        hint={`Of those who answer to you and have not signed: ${counted(list.stretch, 'person', 'people')}.`}
        options={list.people.map(({ id, name }, at) => ({
          name: boxes[at],
          value: id,
          text: name,
          checked: ticked.has(id),
        }))}
      />
      <Input
        name="code"
        label="The code on the sheet"
        hint="Beside the version, at the top: like 3-4f2a91bc. It says which exact text they signed."
        width={10}
        autocomplete="off"
        value={form.typed.code}
        error={form.errors.code}
      />
      <Input
        name="day"
        type="date"
        width={10}
        label="The day they signed"
        value={form.typed.day ?? today}
        error={form.errors.day}
      />
      <Input
        name="kept"
        label="Where the sheet is kept"
        hint="So that anybody can find it: the green folder in the office, for example."
        value={form.typed.kept}
        error={form.errors.kept}
      />
      <Textarea
        name="explained"
        label="How it was explained to them"
        hint="Who went through it with them, in which language, and how you know that it was understood."
        rows={3}
        value={form.typed.explained}
        error={form.errors.explained}
      />
      <Select
        name="asked"
        label="Who confirms it"
        hint="Somebody who was there, or can see the sheet. They are asked at once. Not you, and nobody on the sheet."
        options={[
          { value: '', text: 'Choose' },
          ...second.slice(0, mostSeconds).map(({ id, name }) => ({ value: id, text: name })),
        ]}
        value={form.typed.asked}
        error={form.errors.asked}
      />
      <Button once>Record, and ask for it to be confirmed</Button>
    </form>
  )
}
