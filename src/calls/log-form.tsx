import { randomUUID } from 'node:crypto'
import { asTyped } from '../kit/clock.ts'
import {
  choice,
  chosen,
  date,
  type Field,
  type FormState,
  hidden,
  line,
  maybeLine,
  maybeText,
  tidy,
} from '../kit/forms/index.ts'
import { type Id, idFrom } from '../kit/ids.ts'
import type { ChildOfWork } from '../people/index.ts'
import { Button, Hidden, Input, Radios, Select, Subheading, Textarea } from '../ui/index.ts'
import type { ToLog } from './access.ts'
import type { CallSaid, LogRefusal } from './log-call.ts'
import { happenedIds, happenings, longest, phoneIds, phones, secondIds, seconds } from './rules.ts'

/** A time of day as a time input sends it. */
const timeOfDay: Field<string> = {
  parse(typed) {
    const [, hour = '', minute = ''] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(tidy(typed)) ?? []
    return hour
      ? { ok: true, value: `${hour.padStart(2, '0')}:${minute}` }
      : { ok: false, sentence: 'Enter the time the call began, like 16:15' }
  },
}

/** A length in minutes; nothing is an answer too. */
const howLong: Field<number | undefined> = {
  parse(typed) {
    const text = tidy(typed)
    const value = Number(text)
    if (!text) return { ok: true, value: undefined }
    return Number.isInteger(value) && value >= 1 && value <= longest.minutes
      ? { ok: true, value }
      : { ok: false, sentence: `How long must be a whole number of minutes, from 1 to ${longest.minutes}` }
  },
}

/** Somebody from a list, or nobody. */
const maybeChosen: Field<Id<'person'> | undefined> = {
  parse: typed => ({ ok: true, value: idFrom<'person'>(tidy(typed)) }),
}

/** What a call's form asks. */
export const callFields = {
  with: chosen<'person'>('Choose who the call was with'),
  happened: choice(happenedIds, 'Choose what happened'),
  day: date({ called: 'The day', required: 'Enter the day of the call' }),
  time: timeOfDay,
  minutes: howLong,
  about: line({ max: longest.about, called: 'Why', required: 'Enter why the call was made' }),
  agreed: maybeText({ max: longest.agreed, called: 'What was agreed' }),
  phone: choice(phoneIds, 'Choose whose phone it was'),
  ownReason: maybeLine({ max: longest.ownReason, called: 'Why your own phone' }),
  second: maybeChosen,
  secondWas: choice(secondIds, 'Choose where the second adult was'),
  key: hidden(idFrom<'draft'>),
}

type Typed = FormState<typeof callFields>

/** Why a call was not written down, and what to do instead. */
export const whyNotLogged: { readonly [R in LogRefusal['reason']]: () => string } = {
  nobody: () =>
    'Nothing was kept yet: you do not work with that child or family. What you wrote is below. Choose somebody else, or ask your manager to enter that you work with them.',
  'no-minutes': () => 'Nothing was kept yet: enter how many minutes you spoke. What you wrote is below.',
  'not-yet': () =>
    'Nothing was kept yet: the day and time lie ahead of now. Correct them. What you wrote is below.',
  'no-reason': () =>
    'Nothing was kept yet: say why it was your own phone. Your manager reads it; an honest reason is what is asked. What you wrote is below.',
  'no-second-adult': () =>
    'Nothing was kept yet: with a child there is always a second adult. Choose a colleague; they are told. What you wrote is below.',
}

type Said = { readonly [K in keyof CallSaid]?: string | undefined }

/** What was typed before, or what a call that is corrected said. */
export interface Begun {
  readonly said?: Said
  /** Somebody who is no longer among those one works with. */
  readonly besides?: { readonly value: string; readonly text: string } | undefined
}

/** The form in which a call is written down: two minutes on a phone. */
export function LogForm(props: {
  readonly about: ToLog
  readonly children: readonly ChildOfWork[]
  readonly form: Typed
  readonly now: Date
  readonly begun?: Begun
  readonly button: string
}) {
  const { about, children, form, now, begun, button } = props
  const { errors } = form
  const before: Said = {
    ...asTyped(now),
    phone: 'work',
    second: about.second,
    secondWas: 'told',
    ...begun?.said,
  }
  const typed: Said = { ...before, ...form.typed }
  return (
    <form method="post" noValidate>
      <Hidden name="key" value={form.typed.key ?? randomUUID()} />
      <Radios
        name="with"
        label="Who was the call with?"
        options={[begun?.besides, ...optionsOf(children)]}
        value={typed.with}
        error={errors.with ?? errors.key}
      />
      <Radios
        name="happened"
        label="What happened?"
        options={happenedIds.map(id => ({ value: id, text: happenings[id].words }))}
        value={typed.happened}
        error={errors.happened}
      />
      <div class="ly-beside">
        <Input name="day" type="date" label="Day" width={10} value={typed.day} error={errors.day} />
        <Input name="time" type="time" label="Began at" width={10} value={typed.time} error={errors.time} />
        <Input
          name="minutes"
          label="Minutes, if you spoke"
          inputmode="numeric"
          width={5}
          value={typed.minutes}
          error={errors.minutes}
        />
      </div>
      <Input
        name="about"
        label="Why was the call made?"
        hint="For example: he was not at the club today"
        value={typed.about}
        error={errors.about}
      />
      <Textarea
        name="agreed"
        label="What was agreed, or said that matters (optional)"
        rows={3}
        value={typed.agreed}
        error={errors.agreed}
      />
      <Whose typed={typed} errors={errors} />
      <Second about={about} typed={typed} errors={errors} />
      <Button once>{button}</Button>
    </form>
  )
}

type Shown = Pick<Typed, 'errors'> & { readonly typed: Said }

/** Whose phone, and why when it was one's own. */
const Whose = ({ typed, errors }: Shown) => (
  <>
    <Radios
      name="phone"
      label="Whose phone was it?"
      hint="Say so if it was your own. Your manager is told, and it helps them get you a phone for work."
      options={phoneIds.map(id => ({ value: id, text: phones[id] }))}
      value={typed.phone}
      error={errors.phone}
    />
    <Input
      name="ownReason"
      label="If it was your own, why?"
      value={typed.ownReason}
      error={errors.ownReason}
    />
  </>
)

const Second = ({ about, typed, errors }: Shown & { readonly about: ToLog }) => (
  <>
    <Subheading>The second adult</Subheading>
    <Select
      name="second"
      label="Who is the second adult?"
      hint="Always with a child. They are asked to read what you write here."
      options={[
        { value: '', text: 'Nobody: it was with a parent or carer' },
        ...about.colleagues.map(({ id, name }) => ({ value: id, text: name })),
      ]}
      value={typed.second ?? ''}
      error={errors.second}
    />
    <Radios
      name="secondWas"
      label="Where were they?"
      options={secondIds.map(id => ({ value: id, text: seconds[id] }))}
      value={typed.secondWas}
      error={errors.secondWas}
    />
  </>
)

/** Each parent once, whoever of their children one works with; each child. */
function optionsOf(children: readonly ChildOfWork[]) {
  const options = new Map<string, { value: string; text: string; hint: string }>()
  for (const { id, name, purpose, parents } of children) {
    for (const parent of parents)
      if (!options.has(parent.id))
        options.set(parent.id, { value: parent.id, text: parent.name, hint: `${name}’s family. ${purpose}` })
    options.set(id, { value: id, text: name, hint: `Child. ${purpose}` })
  }
  return [...options.values()]
}
