import type { FormState } from '../kit/forms/index.ts'
import { abouts, whats } from '../routing/index.ts'
import { Checkboxes, Details, Input, List, Paragraph, Radios, Select, Textarea, Tick } from '../ui/index.ts'
import { type fields, posts, ticks, whatNames } from './form.ts'
import type { Where } from './where.ts'

export type State = FormState<typeof fields>
interface Props {
  readonly state: State
  readonly where: Where
}

/** What an adult is asked: what worries them, whose doing it is, and whatever else they know. Only the first two are asked for. */
export const AdultForm = (props: Props) => (
  <>
    <Words {...props} />
    <What {...props} />
    <Whose {...props} />
    <MoreThatIsKnown {...props} />
    <Who {...props} />
  </>
)

const Words = ({ state: { typed, errors } }: Props) => (
  <>
    <Textarea
      name="words"
      label="What worries you?"
      labelSize="m"
      hint="What you saw, heard or were told, in the words that were used. Say what you know apart from what you think. You do not need to be sure."
      rows={8}
      value={typed.words}
      error={errors.words}
    />
    <Details summary="Before you ask anybody anything">
      <List
        items={[
          'Do not look into it yourself: listen, and write down what is said.',
          'Do not promise to keep it secret: say who has to know.',
          'Ask nothing that suggests an answer. “Tell me what happened” is enough.',
          'Use full names where you know them.',
        ]}
      />
    </Details>
    <Input
      name="who"
      label="Which child or young person is it about?"
      hint="Their full name if you know it. You may leave this empty."
      value={typed.who}
      error={errors.who}
    />
  </>
)

const What = ({ state: { typed } }: Props) => (
  <Checkboxes
    name="what"
    label="What is it to do with?"
    hint="Choose any. You may leave this empty."
    class="govuk-checkboxes--small"
    options={whatNames.map(what => ({
      name: ticks[what],
      value: 'yes',
      text: whats[what],
      checked: Boolean(typed[ticks[what]]),
    }))}
  />
)

const isHere = (about: string | undefined) => posts.some(post => post === about)

const Whose = (props: Props) => {
  const { typed, errors } = props.state
  const { adult, post, lowLevel, self } = typed
  return (
    <>
      <Radios
        name="about"
        label="Whose doing is it?"
        value={isHere(typed.about) ? 'worker' : typed.about}
        error={errors.about}
        options={[
          { value: 'child', text: abouts.child },
          { value: 'worker', text: abouts.worker },
          { value: 'other-agency', text: abouts['other-agency'] },
          { value: 'unknown', text: abouts.unknown },
        ]}
      />
      <Details
        summary="If it is somebody who works or volunteers here: their name"
        open={[adult, post !== 'worker' && post, lowLevel, self, errors.adult].some(Boolean)}
      >
        <SomebodyHere {...props} />
      </Details>
    </>
  )
}

const postNames = {
  worker: 'Works or volunteers here, or I do not know',
  manager: 'A manager',
  'deputy-designated-person': 'The deputy designated person',
  'designated-person': 'The designated person, who answers for safeguarding',
  'senior-manager': 'The head, or another senior manager',
  chair: 'The chair, or another who governs',
} as const satisfies Record<(typeof posts)[number], string>

const SomebodyHere = ({ state: { typed, errors }, where }: Props) => (
  <>
    <Input
      name="adult"
      label="Their name"
      hint="They find nothing of this anywhere. You may leave this empty."
      value={typed.adult}
      error={errors.adult}
    />
    <Select
      name="post"
      label="What are they here?"
      hint="So that it reaches nobody who stands too near to them."
      value={typed.post}
      options={posts.map(post => ({ value: post, text: postNames[post] }))}
    />
    <Tick
      name="lowLevel"
      label={false}
      text="It is a nagging doubt, and nothing that points to harm"
      value={typed.lowLevel}
    />
    {where.whom === 'staff' && (
      <Tick name="self" label={false} text="It is something I did myself" value={typed.self} />
    )}
  </>
)

const MoreThatIsKnown = ({ state: { typed, errors } }: Props) => (
  <Details
    summary="When and where, and what is online: add what you know"
    open={[typed.when, typed.web, typed.device, errors.when, errors.web, errors.device].some(Boolean)}
  >
    <Input name="when" label="When and where?" value={typed.when} error={errors.when} />
    <Textarea
      name="web"
      label="If it is online: the web address, or the account’s name"
      hint="No pictures, and no copies of any. Never look at, copy, print, share, store or save a sexual picture of a child."
      rows={2}
      value={typed.web}
      error={errors.web}
    />
    <Input
      name="device"
      label="If it is on a phone or computer: which one, and where it is now"
      value={typed.device}
      error={errors.device}
    />
  </Details>
)

function Who({ state: { typed, errors }, where }: Props) {
  const { actor, whom } = where
  return (
    <>
      {!actor && (
        <Input
          name="name"
          label="Your name"
          hint="You may leave this empty. With it, more can be done: the police and CEOP ask who you are."
          autocomplete="name"
          value={typed.name}
          error={errors.name}
        />
      )}
      {whom !== 'staff' && (
        <Input
          name="reach"
          label="How we may reach you"
          hint="A telephone number or an email address, if you wish. You can also come back with the code that we give you."
          value={typed.reach}
          error={errors.reach}
        />
      )}
      {actor && <Paragraph>It goes in your name, {actor.name}, unless you tick this.</Paragraph>}
      <Tick
        name="nameless"
        label={false}
        text={actor ? 'Do not say that it was me' : 'I do not wish to be named'}
        value={typed.nameless}
        error={errors.nameless}
      />
    </>
  )
}
