import { randomUUID } from 'node:crypto'
import { inFull } from '../../kit/clock.ts'
import { type FormState, hidden, maybeLine, maybeText, type Values } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { person } from '../../people/index.ts'
import type { PersonActor, Reader, Writer } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Hidden, Inset, Paragraph, Radios, Textarea, Warning } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { itemOf } from '../talk.tsx'
import { messageToWorryAbout } from './access.ts'
import { inPlace } from './in-place.ts'
import type { WorryId } from './tables.ts'
import { type Telling, type ToldOf, tellOrRaise } from './tell.ts'
import { whoReads } from './who-reads.ts'
import { afterWorry, draftAbout } from './worry-sent.tsx'

const fields = {
  words: maybeText({ max: 2000, called: 'What worries you' }),
  key: hidden(idFrom<'draft'>),
  isAbout: maybeLine({ max: 10, called: 'Whether it is about them' }),
}

/** The message, and by name who will read that somebody is worried about it. */
async function worrying(reader: Reader<PersonActor>, at: { conversation: string; message: string }) {
  const found = await messageToWorryAbout(reader, at)
  if (!found) return undefined
  const people = await whoReads(reader, { author: found.message.author_id, raiser: reader.actor.personId })
  const names = (await Promise.all(people.map(id => person(reader, id)))).flatMap(one => one?.name ?? [])
  const where = { conversation: found.conversation.id, message: found.message.id }
  const [shown] = await inPlace(reader, where, 0)
  return shown && { found, shown, names }
}
type Worried = NonNullable<Awaited<ReturnType<typeof worrying>>>

const title = 'Worried about this message?'
const told =
  ({ codeOf }: Telling) =>
  (done: ToldOf | WorryId) =>
    `Thank you for telling. Somebody reads it as soon as they can. ${typeof done === 'object' ? `To read what they answer, go to /told with this code: ${codeOf(done)}. ` : ''}If it cannot wait, use Get help now.`

const tell = (
  writer: Writer<PersonActor>,
  telling: Telling,
  { found, shown }: Worried,
  typed: Values<typeof fields>,
) =>
  tellOrRaise(writer, telling, {
    ...typed,
    found,
    text: itemOf(found.conversation, writer.actor, shown).text,
    href: routes.conversation.to({ conversation: found.conversation.id }),
  })
const nobodyToTell = () =>
  'There is nobody here who could read this. Your words are below. Use Get help now: it says whom to call instead.'
const isItAbout = (names: readonly string[]) =>
  `Nothing has been sent yet. You wrote of ${names.join(' and ')}, who would read this. Say below whether it is about them, and send it once more.`

/** Any member of the staff in the conversation, or over it. */
export const worriedScreen = (telling: Telling) =>
  screen({
    address: routes.worried,
    fields,
    load: worrying,
    show: ({ thing, form, actor, refusedFor }) => ({
      title,
      scripts: ['draft.js'],
      back: {
        href: routes.conversation.to({ conversation: thing.found.conversation.id }),
        text: 'The conversation',
      },
      body: <Raise thing={thing} form={form} actor={actor} asks={refusedFor === 'is-it-about'} />,
    }),
    submit: (writer, worried, values) => tell(writer, telling, worried, values),
    done: (_, { found: { conversation, message } }) =>
      afterWorry(routes.conversation.to({ conversation: conversation.id }), message.id),
    told: told(telling),
    refused: { 'nobody-to-tell': nobodyToTell, 'is-it-about': ({ facts }) => isItAbout(facts) },
  })

/** A child, a young person, a parent or a carer: the same, very plain. */
export const familyWorriedScreen = (telling: Telling) =>
  screen({
    address: routes.familyWorried,
    fields,
    load: worrying,
    show: ({ thing, form, actor, refusedFor }) => ({
      title,
      plain: true,
      scripts: ['draft.js'],
      back: {
        href: routes.familyConversation.to({ conversation: thing.found.conversation.id }),
        text: thing.found.conversation.subject,
      },
      body: <Raise thing={thing} form={form} actor={actor} asks={refusedFor === 'is-it-about'} />,
    }),
    submit: (writer, worried, values) => tell(writer, telling, worried, values),
    done: (_, { found: { conversation, message } }) =>
      afterWorry(routes.familyConversation.to({ conversation: conversation.id }), message.id),
    told: told(telling),
    refused: { 'nobody-to-tell': nobodyToTell, 'is-it-about': ({ facts }) => isItAbout(facts) },
  })

function Raise(props: {
  readonly thing: Worried
  readonly form: FormState<typeof fields>
  readonly actor: PersonActor
  readonly asks: boolean
}) {
  const { thing, form, actor } = props
  const { conversation, message } = thing.found
  const item = itemOf(conversation, actor, thing.shown)
  return (
    <>
      <Heading>{title}</Heading>
      {actor.kind === 'child' ? (
        <Warning>
          If you are in danger now, call 999. You can call Childline free at any time: 0800 1111.
        </Warning>
      ) : (
        <Warning>If a child is in danger now, call 999.</Warning>
      )}
      <Inset>
        <p class="ly-lines">{item.text}</p>
        <p class="ly-list__aside">
          {item.author}, {inFull(message.sent_at)}
        </p>
      </Inset>
      <Paragraph>
        {thing.names.length > 0 ? `${thing.names.join(' and ')} will read it` : 'Somebody will read it'}: they
        keep children safe at {actor.place}. {item.author} is not told, and cannot see that you told.
      </Paragraph>
      <form method="post" noValidate {...draftAbout(message.id, actor)}>
        <Hidden name="key" value={form.typed.key ?? randomUUID()} />
        {props.asks && (
          <Radios
            name="isAbout"
            label="Is it about them?"
            hint="If it is, they do not read it, and nobody tells them. Somebody else reads it."
            options={[
              { value: 'yes', text: 'Yes, it is about them' },
              { value: 'no', text: 'No, it is about somebody else' },
            ]}
          />
        )}
        <Textarea
          name="words"
          label="What worries you (you may leave this empty)"
          hint="You do not need to be sure."
          rows={3}
          value={form.typed.words}
          error={form.errors.words}
        />
        <Button once>Tell somebody</Button>
      </form>
    </>
  )
}
