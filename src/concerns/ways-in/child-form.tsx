import { Call, Checkboxes, Details, Input, Inset, Radios, Textarea, Tick } from '../../ui/index.ts'
import { ticks } from '../form.ts'
import type { Where } from '../where.ts'
import type { State } from '../words-form.tsx'

interface Props {
  readonly state: State
  readonly where: Where
}

/** The same in a child’s words, and less of it. Nothing but the first question has to be answered. */
export const ChildForm = (props: Props) => (
  <>
    <Inset>
      <p>You are not in trouble. It is good that you are telling.</p>
      <p>
        Do you want to talk to somebody now? Call Childline free, day or night: <Call number="0800 1111" />
      </p>
    </Inset>
    <Happening {...props} />
    <Doing {...props} />
    <Seen {...props} />
    <Me {...props} />
  </>
)

const kinds = [
  ['harm', 'Somebody hurts or scares me, or another child'],
  ['bullying', 'Somebody is nasty again and again'],
  ['grooming', 'An older person says or does things that feel wrong'],
  ['image', 'Somebody has a nude picture, or asks for one'],
  ['self-harm', 'I hurt myself, or I think about it'],
] as const

const Happening = ({ state: { typed, errors } }: Props) => (
  <>
    <Textarea
      name="words"
      label="What is wrong?"
      labelSize="m"
      hint="Use your own words. A few are enough. You do not have to be sure."
      rows={6}
      value={typed.words}
      error={errors.words}
    />
    <Checkboxes
      name="what"
      label="Is it one of these?"
      hint="You can leave this out."
      options={kinds.map(([what, text]) => ({
        name: ticks[what],
        value: 'yes',
        text,
        checked: Boolean(typed[ticks[what]]),
      }))}
    />
  </>
)

const Doing = ({ state: { typed, errors } }: Props) => (
  <>
    <Radios
      name="about"
      label="Who is doing it?"
      hint="You can leave this out."
      value={typed.about}
      error={errors.about}
      options={[
        { value: 'child', text: 'Another child, or somebody in my family' },
        { value: 'worker', text: 'A grown-up who works or helps here' },
        { value: 'other-agency', text: 'A grown-up somewhere else, like school or a club' },
        { value: 'unknown', text: 'I do not know' },
      ]}
    />
    <Details summary="If it is a grown-up here: who is it?" open={Boolean(typed.adult || errors.adult)}>
      <Input
        name="adult"
        label="What is their name?"
        hint="They will not see this, and nobody tells them that it was you."
        value={typed.adult}
        error={errors.adult}
      />
    </Details>
  </>
)

const Seen = ({ state: { typed, errors } }: Props) => (
  <Details summary="Is it online or on a phone?" open={Boolean(typed.web || errors.web)}>
    <Textarea
      name="web"
      label="Which app, game or website? What is the account called?"
      hint="Do not send a picture, and do not look at it again. You do not have to show it to anybody."
      rows={2}
      value={typed.web}
      error={errors.web}
    />
  </Details>
)

const Me = ({ state: { typed, errors }, where: { actor } }: Props) => (
  <>
    {actor ? (
      <Tick name="nameless" label={false} text="Do not say that it was me" value={typed.nameless} />
    ) : (
      <Input
        name="name"
        label="What is your name?"
        hint="You can leave this out. If we know who you are, we can help you faster."
        value={typed.name}
        error={errors.name}
      />
    )}
    <Input
      name="reach"
      label="Where or when can we talk to you safely?"
      hint="You can leave this out. You get a code too: with it you can read what we answer."
      value={typed.reach}
      error={errors.reach}
    />
  </>
)
