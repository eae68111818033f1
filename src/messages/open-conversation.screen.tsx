import { routes as agreements } from '../agreements/index.ts'
import { type FormState, hidden, line } from '../kit/forms/index.ts'
import { type ChildOfWork, childrenOf } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Input, Inset, Link, Paragraph, Radios } from '../ui/index.ts'
import { ChooseChild, oneList } from './choose-child.tsx'
import { type Opening, openConversation } from './open-conversation.ts'
import { routes } from './routes.ts'
import { whyNot } from './words.tsx'

/** Who can be written to: `child:<id>` is the child with their parents, `parents:<id>` the parents alone. */
const whom = (typed: string) => {
  const [, kind, id] = /^(child|parents):([0-9a-f-]{36})$/.exec(typed) ?? []
  return kind && id ? { kind: kind as 'child' | 'parents', id } : undefined
}

export const openConversationScreen = screen({
  address: routes.open,
  fields: {
    whom: {
      ...hidden(whom),
      parse: (typed: string | undefined) => {
        const value = whom(typed ?? '')
        return value
          ? { ok: true as const, value }
          : { ok: false as const, sentence: 'Choose who to write to' }
      },
    },
    subject: line({ max: 120, called: 'What it is about', required: 'Enter what it is about' }),
  },
  load: async (reader, { query }) => {
    const all = await childrenOf(reader, reader.actor.personId)
    const chosen = all.filter(({ id }) => id === query.get('child'))
    return { all, children: chosen.length > 0 ? chosen : all }
  },
  show: ({ thing: { all, children }, form, query }) => ({
    title: 'Message a child or family',
    back: query.has('child')
      ? { href: routes.open.to(), text: 'Choose another child' }
      : { href: routes.conversations.to(), text: 'Conversations' },
    body: (
      <>
        <Heading>Message a child or family</Heading>
        {all.length === 0 && (
          <Inset>
            Nobody has entered a child you work with yet, so there is nobody to write to. Ask your manager or
            your administrator to enter who you work with.
          </Inset>
        )}
        {children.length > oneList ? (
          <ChooseChild children={children} query={query} all={routes.open.to()} />
        ) : (
          all.length > 0 && <Form children={children} form={form} who={query.get('who')} />
        )}
      </>
    ),
  }),
  submit: (writer, { all: children }, { whom: chosen, subject }) =>
    openConversation(writer, { subject, with: peopleOf(children, chosen) }),
  done: id => routes.conversation.to({ conversation: id }),
  refused: {
    'personal-detail': refusal => whyNot['personal-detail'](refusal),
    'own-rule': refusal => whyNot['own-rule'](refusal),
    'not-agreed': ({ facts }) => (
      <>
        You cannot open this yet: nobody has agreed that this child may be written to here, or somebody says
        no to it. <Link href={agreements.child.to({ child: facts })}>Ask for agreement</Link>, or write to the
        parents alone.
      </>
    ),
    nobody: () =>
      'You no longer work with that child or family, so nothing was opened. Choose again, or ask your manager.',
    'no-second-adult': () =>
      'You cannot open this: there is nobody to be the second adult. Ask your administrator to enter your manager or a designated person.',
  },
})

const Form = ({
  children,
  form,
  who,
}: {
  readonly children: readonly ChildOfWork[]
  readonly form: FormState
  /** Who they asked about before they came here: `child` or `parent`. */
  readonly who: string | null
}) => (
  <form method="post" noValidate>
    <Radios
      name="whom"
      label="Who to write to"
      options={children.flatMap(choicesOf)}
      value={form.typed.whom ?? meant(children, who)}
      error={form.errors.whom}
    />
    <Input
      name="subject"
      label="What it is about"
      hint="Everybody in the conversation sees this. For example: Thursday’s trip"
      value={form.typed.subject}
      error={form.errors.subject}
    />
    <Paragraph>With a child, your manager is always in the conversation too.</Paragraph>
    <Button once>Open the conversation</Button>
  </form>
)

function choicesOf({ id, name, purpose, parents }: ChildOfWork) {
  const names = parents.map(parent => parent.name).join(' and ')
  return [
    ...(parents.length > 0
      ? [{ value: `parents:${id}`, text: names, hint: `${name}’s family. ${purpose}` }]
      : []),
    { value: `child:${id}`, text: parents.length > 0 ? `${name}, with ${names}` : name, hint: purpose },
  ]
}

/** Who somebody meant that asked before they acted, and said `child` or `parent`. Undefined when it could be several. */
function meant(children: readonly ChildOfWork[], who: string | null): string | undefined {
  const begins = who === 'child' ? 'child:' : who === 'parent' ? 'parents:' : undefined
  const fits = begins ? children.flatMap(choicesOf).filter(({ value }) => value.startsWith(begins)) : []
  return fits.length === 1 ? fits[0]?.value : undefined
}

/** Only those the worker works with: what the page sent is looked up among them, never taken as it is. */
function peopleOf(
  children: readonly ChildOfWork[],
  chosen: { kind: 'child' | 'parents'; id: string },
): Opening['with'] {
  const child = children.find(one => one.id === chosen.id)
  if (!child) return []
  const parents = child.parents.map(parent => ({ personId: parent.id, part: 'parent' as const }))
  return chosen.kind === 'child' ? [{ personId: child.id, part: 'child' as const }, ...parents] : parents
}
