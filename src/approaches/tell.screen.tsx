import { randomUUID } from 'node:crypto'
import { choice, type FormState, hidden, line, maybeLine, maybeText } from '../kit/forms/index.ts'
import { idFrom } from '../kit/ids.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  Details,
  Heading,
  Hidden,
  Input,
  Inset,
  Paragraph,
  Radios,
  Select,
  Textarea,
} from '../ui/index.ts'
import { type Known, leaveToTell } from './access.ts'
import { routes } from './routes.ts'
import { didList, dids, howList, hows, longest, others, platformList, platforms } from './rules.ts'
import { tellApproach } from './tell-approach.ts'

const fields = {
  who: line({ max: 60, called: 'Who it was', required: 'Choose who it was' }),
  described: maybeLine({ max: longest.described, called: 'Who they are' }),
  how: choice(howList, 'Choose what they did'),
  platform: choice(platformList, 'Choose where it was'),
  'platform-name': maybeLine({ max: longest.platform, called: 'Its name' }),
  did: choice(didList, 'Choose what you did'),
  happened: maybeText({ max: longest.happened, called: 'What happened' }),
  key: hidden(idFrom<'draft'>),
}

/** Two minutes on a phone: who, where, what, and what one did. */
export const tellScreen = screen({
  address: routes.tell,
  fields,
  load: leaveToTell,
  show: ({ thing: { known }, form }) => ({
    title: 'Somebody reached me on a personal account',
    back: { href: routes.approaches.to(), text: 'Approaches' },
    body: (
      <>
        <Heading>Somebody reached me on a personal account</Heading>
        <Paragraph>
          It happens to most people who work with families, and you have done nothing wrong. Telling takes two
          minutes, and keeps you and them safe. Then you get kind words to answer with.
        </Paragraph>
        <Details summary="Who will read this">
          <Paragraph>
            Those you answer to, and the designated person. Each reading is on the record. The child or family
            is not told, and nobody looks at anybody’s account.
          </Paragraph>
        </Details>
        <form method="post" noValidate>
          <Hidden name="key" value={form.typed.key ?? randomUUID()} />
          <WhoItWas known={known} form={form} label="Who was it?" />
          <Radios
            name="how"
            label="What did they do?"
            options={howList.map(value => ({ value, text: hows[value].words }))}
            value={form.typed.how}
            error={form.errors.how}
          />
          <Select
            name="platform"
            label="Where?"
            options={[
              { value: '', text: 'Choose' },
              ...platformList.map(value => ({ value, text: platforms[value] })),
            ]}
            value={form.typed.platform}
            error={form.errors.platform}
          />
          <Input
            name="platform-name"
            label="Its name, if it is another"
            value={form.typed['platform-name']}
            error={form.errors['platform-name']}
          />
          <Radios
            name="did"
            label="What have you done so far?"
            hint="There is no wrong answer here."
            options={didList.map(value => ({ value, text: dids[value].words }))}
            value={form.typed.did}
            error={form.errors.did}
          />
          <Textarea
            name="happened"
            label="Anything else that helps (you may leave this empty)"
            hint="When it was, and what was said, as far as you remember. Do not copy pictures."
            rows={3}
            value={form.typed.happened}
            error={form.errors.happened}
          />
          <Inset>
            If a child may be in danger, do not wait for an answer: call 999, or see Get help now.
          </Inset>
          <Button once>Tell those I answer to</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, leave, { 'platform-name': platformName, ...told }) =>
    tellApproach(writer, leave, { ...told, platformName }),
  done: approach => routes.approach.to({ approach }),
  refused: whoRefused(),
})

/** Words for somebody who could not be told from the others. */
export function whoRefused() {
  return {
    'no-longer-theirs': () =>
      'You no longer work with the person you chose. Choose one of those under “Somebody else”, and say who they are.',
    'not-described': () =>
      'Say who they are, in a few words, under “Who they are”. Nothing else you typed is lost.',
  }
}

/** As many as are easier to see than to look for. */
const few = 8

/** Who is meant: by name where one works with them, else described. */
export function WhoItWas(props: {
  readonly known: readonly Known[]
  readonly form: FormState
  readonly label: string
}) {
  const { known, form, label } = props
  const named = known.map(({ id, name, situation }) => ({
    value: id,
    text: name,
    hint: situation === 'child' ? 'You work with them' : 'Parent or carer of a child you work with',
  }))
  const unnamed = Object.entries(others).map(([value, { words }]) => ({ value, text: words }))
  const about = { name: 'who', label, value: form.typed.who, error: form.errors.who }
  return (
    <>
      {known.length > few ? (
        <Select
          {...about}
          options={[
            { value: '', text: 'Choose' },
            ...named.map(({ value, text }) => ({ value, text })),
            ...unnamed,
          ]}
        />
      ) : (
        <Radios
          {...about}
          options={known.length > 0 ? [...named, { group: 'Somebody else' }, ...unnamed] : unnamed}
        />
      )}
      <Input
        name="described"
        label="Who they are, if they are somebody else"
        hint="For example: Year 9 girl from the old Tuesday group, first name Kit"
        value={form.typed.described}
        error={form.errors.described}
      />
    </>
  )
}
