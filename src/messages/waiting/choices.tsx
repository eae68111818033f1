import { randomUUID } from 'node:crypto'
import { inWords } from '../../kit/clock.ts'
import type { FormState } from '../../kit/forms/index.ts'
import { type ContactHours, isWithin, nextWithin } from '../../people/index.ts'
import { Button, Hidden, Paragraph, Radios, Subheading, Textarea } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { longestMessage } from '../rules.ts'
import type { Waiting } from './queries.ts'
import { endOf, letGoAt, stepRules } from './rules.ts'

interface Typed {
  readonly step?: string
  readonly word?: string
  readonly when?: string
}
interface About {
  readonly waits: Waiting
  readonly form: Pick<FormState, 'errors'> & { readonly typed: Typed }
  /** What was said was too short to be a reason. */
  readonly short: boolean
}

const tooShort = 'Say why in a few words, at least three'

/** What somebody who answers for its writer may do: let it go, or send it back with a word. */
export function Deciding({ waits, hours, now, form, short }: About & { hours: ContactHours; now: Date }) {
  const isOpen = isWithin(hours, now)
  const { typed, errors } = form
  const options = [
    waits.why === 'held' || isOpen
      ? {
          value: 'let-go',
          text: isOpen ? 'Let it go now' : `Let it go on ${inWords(nextWithin(hours, now))}`,
        }
      : undefined,
    {
      value: 'sent-back',
      text: 'Send it back',
      hint: 'The family never sees it. Its writer reads your words.',
    },
  ]
  return (
    <>
      <form method="post" noValidate>
        <Subheading>Your decision</Subheading>
        <Paragraph>Your name stands with it on the record.</Paragraph>
        <Hidden name="when" value="in-hours" />
        <Radios
          name="step"
          label="What is to become of it?"
          options={options}
          value={typed.when === 'now' ? undefined : typed.step}
          error={errors.step}
        />
        <Textarea
          name="word"
          label="A word with it"
          hint="Needed when you send it back. The writer reads it; the family does not."
          rows={3}
          value={typed.when === 'now' ? undefined : typed.word}
          error={errors.word ?? (short && typed.when !== 'now' ? tooShort : undefined)}
        />
        <Button once>Save my decision</Button>
      </form>
      {!isOpen && (
        <form method="post" noValidate>
          <Subheading>It cannot wait for our hours</Subheading>
          <Hidden name="step" value="let-go" />
          <Hidden name="when" value="now" />
          <Textarea
            id="why-now"
            name="word"
            label="Why it is to go now"
            rows={2}
            value={typed.when === 'now' ? typed.word : undefined}
            error={short && typed.when === 'now' ? tooShort : undefined}
          />
          <Button kind="secondary" once>
            Let it go now
          </Button>
        </form>
      )}
    </>
  )
}

/** What its writer may do: withdraw it, ask for it to go now, and once it has come back write it anew. */
export function WritersChoices({ waits, form, short }: About) {
  const end = endOf(waits)
  if (end?.step === 'sent') return null
  if (end) return <WriteAnew waits={waits} />
  const isAsked = waits.steps.some(({ step }) => step === 'asked')
  return (
    <>
      <form method="post" noValidate>
        <Hidden name="step" value="withdrawn" />
        <Hidden name="when" value="" />
        <Button kind="secondary" once>
          {stepRules.withdrawn.words}
        </Button>
      </form>
      {waits.why === 'hours' && !isAsked && !letGoAt(waits) && (
        <form method="post" noValidate>
          <Subheading>It cannot wait</Subheading>
          <Paragraph>
            Your manager, or a designated person, can let it go now. They are told at once. If a child is in
            danger, call 999 first.
          </Paragraph>
          <Hidden name="step" value="asked" />
          <Hidden name="when" value="" />
          <Textarea
            name="word"
            label="Why it cannot wait"
            rows={2}
            value={form.typed.word}
            error={form.errors.word ?? (short ? tooShort : undefined)}
          />
          <Button kind="secondary" once>
            {stepRules.asked.words}
          </Button>
        </form>
      )}
    </>
  )
}

/** What did not go is there to be changed and sent as a new message: no word is lost. */
const WriteAnew = ({ waits }: { readonly waits: Waiting }) => (
  <form method="post" action={routes.write.to({ conversation: waits.conversation_id })} noValidate>
    <Subheading>Write it anew</Subheading>
    <Hidden name="key" value={randomUUID()} />
    <Textarea
      name="body"
      label="Your message"
      hint={`Up to ${longestMessage.toLocaleString('en-GB')} characters. Change what was not right, then send it.`}
      rows={4}
      value={waits.body ?? ''}
    />
    <Button once>Send</Button>
  </form>
)
