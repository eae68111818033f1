import { asTyped } from '../kit/clock.ts'
import { ChooseChild, oneList } from '../messages/index.ts'
import type { ChildOfWork } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset } from '../ui/index.ts'
import { callsToLog, callToCorrect } from './access.ts'
import { type Logged, logCall } from './log-call.ts'
import { type Begun, callFields, LogForm, whyNotLogged } from './log-form.tsx'
import type { CallRow } from './queries.ts'
import { routes } from './routes.ts'
import { type Happened, happenedIds, happenings } from './rules.ts'

/** Writes a telephone call down. */
export const logScreen = screen({
  address: routes.log,
  fields: callFields,
  load: async (reader, { query }) => {
    const about = await callsToLog(reader)
    if (!about) return undefined
    const chosen = familyOf(about.children, query.get('child') ?? query.get('with'))
    return { about, children: chosen.length > 0 ? chosen : about.children }
  },
  show: ({ thing: { about, children }, form, query, now }) => ({
    title: 'Write down a telephone call',
    back: query.has('child')
      ? { href: routes.log.to(), text: 'Choose another child' }
      : { href: routes.calls.to(), text: 'Telephone calls' },
    body: (
      <>
        <Heading>Write down a telephone call</Heading>
        {children.length === 0 && (
          <Inset>
            Nobody has entered a child you work with yet. Ask your manager or your administrator to enter who
            you work with, and tell your manager of the call meanwhile.
          </Inset>
        )}
        {children.length > oneList && !form.typed.with && (
          <ChooseChild children={children} query={query} all={routes.log.to()} />
        )}
        {children.length > 0 && (children.length <= oneList || form.typed.with) && (
          <LogForm
            about={about}
            children={children.length <= oneList ? children : familyOf(children, form.typed.with)}
            form={form}
            now={now}
            begun={{ said: { with: query.get('with') ?? undefined } }}
            button="Keep the call"
          />
        )}
      </>
    ),
  }),
  submit: (writer, { about }, said) => logCall(writer, about, said),
  done: ({ id }) => routes.call.to({ call: id }),
  told: (done, _, { second, phone }) =>
    `It is kept.${second ? ' The second adult has been asked to read it.' : ''}${
      phone === 'own' ? ' Your manager has been told of your own phone.' : ''
    }${toldWords(done)}`,
  refused: whyNotLogged,
})

/** Corrects a call by another entry; what was written first stays, and can be read. */
export const correctScreen = screen({
  address: routes.correct,
  fields: callFields,
  load: async (reader, { call: id }) => {
    const [call, about] = await Promise.all([callToCorrect(reader, id), callsToLog(reader)])
    return call && about && { call, about }
  },
  show: ({ thing: { call, about }, form, now }) => ({
    title: 'Correct a telephone call',
    back: { href: routes.call.to({ call: call.id }), text: 'The call' },
    body: (
      <>
        <Heading>Correct a telephone call</Heading>
        <Inset>What you wrote first stays on the record. What you write here stands in its place.</Inset>
        <LogForm
          about={about}
          children={familyOf(about.children, call.with_id)}
          form={form}
          now={now}
          begun={begunBy(call, about.children)}
          button="Keep the correction"
        />
      </>
    ),
  }),
  submit: (writer, { call, about }, said) => logCall(writer, about, said, call),
  done: ({ id }) => routes.call.to({ call: id }),
  told: done => `The correction is kept. What you wrote first stays on the record.${toldWords(done)}`,
  refused: whyNotLogged,
})

/** What the caller is told of what others are told: that a call is a fact, and was kept. */
const toldWords = ({ notAgreed, looked }: Logged): string =>
  notAgreed
    ? ' Nobody has agreed to calls with them, so your manager has been told. Ask the family before you call again.'
    : looked
      ? ' Your manager has been asked to look at what you wrote.'
      : ''

/** The children that are this person, or of whom this person is a parent. */
const familyOf = (children: readonly ChildOfWork[], person: string | null | undefined) =>
  children.filter(({ id, parents }) => id === person || parents.some(parent => parent.id === person))

/** A call as its form holds it. Who it was with can be chosen still when one works with them no longer. */
function begunBy(call: CallRow, children: readonly ChildOfWork[]): Begun {
  const { with_id, way, result, minutes, about, agreed, phone, own_reason, second_id, second_was } = call
  const is = (id: Happened) => happenings[id].way === way && happenings[id].result === result
  return {
    said: {
      ...asTyped(call.began_at),
      with: with_id,
      happened: happenedIds.find(is),
      minutes: minutes?.toString(),
      about,
      agreed: agreed ?? '',
      phone,
      ownReason: own_reason ?? '',
      second: second_id ?? '',
      secondWas: second_was ?? 'told',
    },
    besides: familyOf(children, with_id).length === 0 ? { value: with_id, text: call.with_name } : undefined,
  }
}
