import { randomUUID } from 'node:crypto'
import { inDays, inFull, inTime } from '../kit/clock.ts'
import { awayWords } from '../people/index.ts'
import type { PersonActor } from '../records/index.ts'
import { Button, Hidden, List, Textarea, Thread, type ThreadItem, Unsent } from '../ui/index.ts'
import type { Asides } from './beside.ts'
import type { FollowedRow } from './follow-queries.ts'
import type { ConversationRow, MessageRow, ParticipantRow } from './queries.ts'
import { routes } from './routes.ts'
import { longestMessage, mayErase, maySupervise, parts, textHolds } from './rules.ts'
import type { ThreadPage } from './thread-page.tsx'

/** What somebody is here, in a word or two. Whoever is grown up is not called a child. */
const partWords = ({ part, adult }: Pick<ParticipantRow, 'part' | 'adult'>): string =>
  part === 'child' && adult ? 'Adult' : parts[part]

/** A message as the thread shows it; with the way to erase its words for those who may. */
export function itemOf(conversation: FollowedRow, actor: PersonActor, message: MessageRow): ThreadItem {
  const isIn = conversation.participants.some(p => p.person_id === actor.personId)
  const opens = message.masked && maySupervise.some(role => actor.roles.includes(role))
  const erases = !isIn && message.body !== null && mayErase.some(role => actor.roles.includes(role))
  const author = conversation.participants.find(p => p.person_id === message.author_id)
  return {
    id: message.id,
    author: author?.name ?? 'Somebody who was here',
    role: author ? partWords(author) : '',
    at: message.sent_at.toISOString(),
    day: inDays(message.sent_at),
    when: inTime(message.sent_at),
    text: message.body ?? 'The words of this message have been erased.',
    mine: message.author_id === actor.personId,
    draft: message.draft_key,
    actions: actionsOf(conversation, actor, message, { opens, erases }),
  }
}

/** What may be done with a message: say that one is worried about another's; and, for those who may, see what is masked, or erase. */
function actionsOf(
  { id }: FollowedRow,
  actor: PersonActor,
  message: MessageRow,
  may: { readonly opens: boolean; readonly erases: boolean },
): NonNullable<ThreadItem['actions']> {
  const to = { conversation: id, message: message.id }
  const sent = `the message sent at ${inFull(message.sent_at)}`
  const worried = actor.kind === 'staff' ? routes.worried : routes.familyWorried
  return [
    ...(message.author_id === actor.personId
      ? []
      : [
          {
            href: worried.to(to),
            text: 'Worried about this? Tell somebody',
            about: `about ${sent}`,
          },
        ]),
    ...(may.opens ? [{ href: routes.details.to(to), text: 'See what is masked', about: `in ${sent}` }] : []),
    ...(may.erases
      ? [
          {
            href: routes.erase.to(to),
            text: 'Erase',
            about: `the words sent at ${inFull(message.sent_at)}`,
          },
        ]
      : []),
  ]
}

export const Talk = (props: {
  conversation: ConversationRow
  page: ThreadPage
  actor: PersonActor
  live: string
  /** Whether the page may be fetched again by itself: not where each reading is an entry. */
  fetches?: boolean
  /** What is said beside each message, by its id. */
  asides?: Asides
}) => (
  <Thread
    items={props.page.messages.map(message => ({
      ...itemOf(props.conversation, props.actor, message),
      asides: props.asides?.get(message.id),
    }))}
    live={props.page.later ? undefined : props.live}
    fetches={props.fetches}
    empty="Nothing has been said yet."
    firstNew={props.page.firstNew}
  />
)

export const WhoIsHere = ({ conversation }: { conversation: ConversationRow }) => (
  <List
    items={conversation.participants
      .filter(p => p.left_at === null)
      .map(p => (
        <>
          {p.name}{' '}
          <span class="ly-message__role">
            ({partWords(p).toLowerCase()}
            {p.away_until && `, ${awayWords(p.away_until)}`})
          </span>
        </>
      ))}
  />
)

/** What somebody who writes is told of those who get it by text. */
const textWords = (names: readonly string[]): string =>
  names.length === 0
    ? ''
    : ` ${names.join(' and ')} ${names.length === 1 ? 'gets' : 'get'} it by text: about ${textHolds} characters fit, and no emoji. Anything more they read by a link.`

/** The names of those in a conversation who get by text what is said there. */
export const textedIn = ({ participants }: ConversationRow): readonly string[] =>
  participants.flatMap(p => (p.way === 'text' && p.left_at === null ? [p.name] : []))

/** Where a message is written. The key makes a draft one message, however often it is sent; so a second press is not held off. */
export const WriteForm = (props: {
  action: string
  typed?: { body?: string | undefined; key?: string }
  error?: string | undefined
  label?: string
  /** Those who get it by text. */
  byText?: readonly string[]
  hint?: string | undefined
  /** Where the writer was asked about what was found: why it is to go all the same. */
  reason?: { readonly typed: string | undefined; readonly error: string | undefined } | undefined
}) => (
  <form method="post" action={props.action} noValidate data-keeps>
    <Unsent />
    <Hidden name="key" value={props.typed?.key ?? randomUUID()} />
    <Textarea
      name="body"
      label={props.label ?? 'Your message'}
      hint={
        props.hint ??
        `Up to ${longestMessage.toLocaleString('en-GB')} characters. It is kept, and cannot be changed once it is sent.${textWords(props.byText ?? [])}`
      }
      rows={4}
      value={props.typed?.body}
      error={props.error}
    />
    {props.reason && (
      <Textarea
        name="reason"
        label="Why it is to go as it is"
        hint="A few words, at least three. They are kept with the message, and your manager reads both. Leave this empty if you change the message."
        rows={2}
        value={props.reason.typed}
        error={props.reason.error}
      />
    )}
    <Button>Send</Button>
  </form>
)
