import type { ComponentChildren } from 'preact'
import { closeDuties, owes } from '../duties/index.ts'
import { inFull, inWords } from '../kit/clock.ts'
import { type ContactHours, isWithin, nextWithin, organisationFacts } from '../people/index.ts'
import { type PersonActor, record, type Writer } from '../records/index.ts'
import { HoldLink } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import { Details, Heading, Inset, Link, Paragraph } from '../ui/index.ts'
import { conversationToMind, conversationToRead, hasNoMoreToSay } from './access.ts'
import { type Beside, besideAll } from './beside.ts'
import { Ended, isOpen, NotAgreed, selectEnd } from './ended.tsx'
import { pausedSince } from './pauses.ts'
import { type ConversationId, holdConversation, markSeen } from './queries.ts'
import { Readings, readingsOf } from './readings.tsx'
import { routes } from './routes.ts'
import { isStaff } from './rules.ts'
import { SeenBy } from './seen-by.tsx'
import { Talk, textedIn, WhoIsHere, WriteForm } from './talk.tsx'
import { Earlier, Later, threadPage } from './thread-page.tsx'
import { topicOf } from './topic.ts'
import { OwnWaiting } from './waiting/own-waiting.tsx'
import { selectOwnWaiting } from './waiting/queries.ts'
import { WorrySent } from './worried/worry-sent.tsx'

/** Where an export of a conversation is asked for: a room above this one. */
export type ExportAt = (conversation: { readonly conversation: ConversationId }) => string

/** One conversation. A manager's reading of it is an entry before a word is shown. */
export const conversationScreen = (beside: Beside, exportAt: ExportAt) =>
  screen({
    address: routes.conversation,
    loadOnRecord: async (writer, { conversation: id, query }) => {
      const found = await conversationToRead(writer, id)
      if (!found) return undefined
      const { conversation, as } = found
      // Before the messages are looked for: what is said from now on is owed another look.
      if (as !== 'supervisor') await seen(writer, conversation.id)
      const page = await threadPage(writer, conversation, query)
      if (as !== 'supervisor' && page.firstNew) writer.announce(topicOf(conversation.id))
      const ended = as !== 'supervisor' && (await hasNoMoreToSay(writer, { conversation, as }))
      const paused = await pausedSince(writer, conversation)
      const minds = paused && (await conversationToMind(writer, id)) !== undefined
      const end = conversation.ended_at ? await selectEnd(writer, conversation.id) : undefined
      const asides = await besideAll(writer, beside, page.messages)
      const readings = await readingsOf(writer, conversation.id)
      const shown = { asides, conversation, as, page, ended, paused, minds, end, readings }
      if (as === 'supervisor') return { ...shown, waiting: [], hours: undefined }
      const { agencyId, personId } = writer.actor
      const [waiting, { hours }] = await Promise.all([
        selectOwnWaiting(writer.db, { agencyId, conversation: conversation.id, author: personId }),
        organisationFacts(writer),
      ])
      return { ...shown, waiting, hours }
    },
    show: ({ thing, actor, now, query }) => {
      const { asides, conversation, as, page, ended, paused, minds, end, readings, waiting, hours } = thing
      const to = { conversation: conversation.id }
      const at = routes.conversation.to(to)
      const here = conversation.participants.filter(p => !p.left_at).length
      return {
        title: conversation.subject,
        back:
          as === 'supervisor'
            ? { href: routes.team.to(), text: 'The team’s conversations' }
            : { href: routes.conversations.to(), text: 'Conversations' },
        scripts: ['live.js', 'send.js', ...(query.has('worried') ? ['draft.js'] : [])],
        body: (
          <div class="ly-talk">
            <Heading>{conversation.subject}</Heading>
            <WorrySent query={query} actor={actor} />
            {as === 'supervisor' && (
              <Inset>You are reading this as a manager. That you read it, and when, is on the record.</Inset>
            )}
            <Details summary={`Who is here: ${here} ${here === 1 ? 'person' : 'people'}`}>
              <WhoIsHere conversation={conversation} />
              <Paragraph>
                Your managers and the designated person can read it too. Each reading is on the record.
              </Paragraph>
              <Readings readings={readings} />
              {as === 'supervisor' && (
                <Paragraph>
                  <Link href={exportAt(to)}>Export this conversation</Link>, to take it away with proofs.
                </Paragraph>
              )}
              <HoldLink id={conversation.id} actor={actor} />
            </Details>
            <div data-part="before">
              {paused && <Paused since={paused} minds={minds} conversation={conversation.id} />}
            </div>
            <Earlier at={at} page={page} />
            <Talk
              conversation={conversation}
              page={page}
              actor={actor}
              live={routes.live.to(to)}
              fetches={as !== 'supervisor'}
              asides={asides}
            />
            <SeenBy conversation={conversation} page={page} me={actor.personId} />
            {page.later && <Later at={at} page={page} />}
            <div data-part="after">
              {!page.later && <OwnWaiting waiting={waiting} hours={hours} />}
              {end && <Ended end={end} place={actor.place} />}
              <NotAgreed conversation={conversation} />
            </div>
            {!page.later && as !== 'supervisor' && isStaff(as) && (
              <WhereToWrite
                action={routes.write.to(to)}
                over={ended || end !== undefined}
                worker={as === 'worker' && end?.why !== 'family'}
                open={!paused && isOpen(conversation)}
                when={<WhenItGoes hours={hours} now={now} />}
                byText={textedIn(conversation)}
              />
            )}
          </div>
        ),
      }
    },
  })

/** Where staff write: to the family; to their own manager, once their work with it is over; nowhere, while it may not go. */
const WhereToWrite = (about: {
  readonly action: string
  readonly over: boolean
  readonly worker: boolean
  readonly open: boolean
  readonly when: ComponentChildren
  /** Those who get it by text. */
  readonly byText: readonly string[]
}) => {
  if (about.over)
    return about.worker ? (
      <WriteForm
        action={about.action}
        label="For your manager, to pass on or not"
        hint="You no longer work with this family: it does not go to them. It is kept."
      />
    ) : null
  return about.open ? (
    <>
      {about.when}
      <WriteForm action={about.action} byText={about.byText} />
    </>
  ) : null
}

/** Said above a conversation that has too few adults in it today. Its form is not there: what is written would be refused. */
const Paused = (about: {
  readonly since: Date
  readonly minds: boolean | undefined
  readonly conversation: ConversationId
}) => (
  <Inset>
    <strong>Paused since {inFull(about.since)}.</strong> A child is in it, and a second responsible adult is
    away or has left. Staff can write nothing until somebody is put in; a manager has been asked to. If the
    child writes, somebody is put in at once.
    {about.minds && (
      <>
        {' '}
        <Link href={routes.secondAdult.to({ conversation: about.conversation })}>Put another adult in</Link>
      </>
    )}
  </Inset>
)

/**
 * Marks what was read, and closes the duty of a second adult who has now looked. A message that is being stored meanwhile is
 * waited for: its duty was open already, so it opened none, and closed unread it would be owed to nobody.
 */
async function seen(writer: Writer<PersonActor>, id: ConversationId): Promise<void> {
  const { actor, now, db } = writer
  const owed = { kind: 'second-adult', person: actor.personId, aboutId: id } as const
  const looks = await owes(writer, owed)
  if (looks) await holdConversation(db, actor.agencyId, id)
  await markSeen(db, { agencyId: actor.agencyId, id, personId: actor.personId, at: now })
  // Asked again now that it is held: another window of theirs may have closed it.
  if (!looks || !(await owes(writer, owed))) return
  const looked = await record(writer, {
    event: 'conversation.joined',
    about: [{ kind: 'conversation', id }],
    cites: [],
    content: { conversation: id, at: now.toISOString() },
  })
  await closeDuties(writer, owed, looked.entryId)
}

/** Outside the hours of contact: when what is written now goes. */
function WhenItGoes({ hours, now }: { readonly hours: ContactHours; readonly now: Date }) {
  if (isWithin(hours, now)) return null
  return (
    <Inset>
      It is outside the hours in which we write to families. What you write now goes on{' '}
      {inWords(nextWithin(hours, now))}. You can withdraw it until then, or ask for it to go now.
    </Inset>
  )
}
