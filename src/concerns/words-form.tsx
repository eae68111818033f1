import type { FormState } from '../kit/forms/index.ts'
import { abouts, whats } from '../routing/index.ts'
import { Checkboxes, Details, Input, List, Radios, Textarea, Tick } from '../ui/index.ts'
import { aboutNames, type fields, ticks, whatNames } from './form.ts'
import type { Where } from './where.ts'

export type State = FormState<typeof fields>

export const Words = ({
  state: { typed, errors },
  child,
}: {
  readonly state: State
  readonly child: boolean
}) => (
  <>
    <Textarea
      name="words"
      label={child ? 'What is wrong?' : 'What worries you?'}
      labelSize="m"
      hint={
        child
          ? 'In your own words. You do not need to be sure, and you are not in trouble.'
          : 'What you saw, heard or were told, in the words that were used. Say what you know apart from what you think. You do not need to be sure.'
      }
      rows={8}
      value={typed.words}
      error={errors.words}
    />
    {!child && (
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
    )}
    <Input
      name="who"
      label={child ? 'Who is it happening to?' : 'Which child or young person is it about?'}
      hint="Their full name if you know it. You may leave this empty."
      value={typed.who}
      error={errors.who}
    />
  </>
)

export const Whom = ({ state: { typed, errors } }: { readonly state: State }) => (
  <>
    <Checkboxes
      name="what"
      label="What is it to do with?"
      hint="Choose any. You may leave this empty."
      options={whatNames.map(what => ({
        name: ticks[what],
        value: 'yes',
        text: whats[what],
        checked: Boolean(typed[ticks[what]]),
      }))}
    />
    <Radios
      name="about"
      label="Whose doing is it?"
      value={typed.about}
      error={errors.about}
      options={aboutNames.map(about => ({ value: about, text: abouts[about] }))}
    />
    <Input
      name="adult"
      label="If it is an adult who works or volunteers here: their name"
      hint="They find nothing of this anywhere. You may leave this empty."
      value={typed.adult}
      error={errors.adult}
    />
  </>
)

export const Place = ({ state: { typed, errors } }: { readonly state: State }) => (
  <>
    <Input
      name="when"
      label="When and where?"
      hint="You may leave this empty."
      value={typed.when}
      error={errors.when}
    />
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
  </>
)

export function Who({ state: { typed, errors }, where }: { readonly state: State; readonly where: Where }) {
  const actor = where.actor
  return (
    <>
      {!actor && (
        <Input
          name="name"
          label="Your name"
          hint="You may leave this empty. With it, more can be done: the police and CEOP ask who you are."
          value={typed.name}
          error={errors.name}
        />
      )}
      <Input
        name="reach"
        label="How we may reach you"
        hint="A telephone number or an email address, if you wish. You can also come back with the code that we give you."
        value={typed.reach}
        error={errors.reach}
      />
      <Tick
        name="nameless"
        label={false}
        text={actor ? 'Do not say that it was me' : 'I do not wish to be named'}
        hint={actor ? `Without this, it goes in your name: ${actor.name}.` : undefined}
        value={typed.nameless}
        error={errors.nameless}
      />
    </>
  )
}
