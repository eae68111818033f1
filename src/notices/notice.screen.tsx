import { closeDuties, owes } from '../duties/index.ts'
import { inFull, inWords } from '../kit/clock.ts'
import { isWithin, nextWithin, organisationFacts } from '../people/index.ts'
import { erasedWords, type PersonActor, record, type Writer } from '../records/index.ts'
import { EraseLink, mayBeErasedBy } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Inset, Paragraph, SummaryList } from '../ui/index.ts'
import { noticeToSee } from './access.ts'
import type { NoticeRow } from './queries.ts'
import { routes } from './routes.ts'
import { letterTakes, mayWriteNotices, reaches } from './rules.ts'
import type { NoticeId } from './tables.ts'
import { tellAgain } from './tell-again.ts'

/** A notice as it was sent, and how many have looked. Nobody is named: whoever answers has a conversation of their own. */
export const noticeScreen = screen({
  address: routes.notice,
  loadOnRecord: async (writer, { notice: id }) => {
    const notice = await noticeToSee(writer, id)
    if (!notice) return undefined
    await readBySecond(writer, notice.id)
    const { hours } = await organisationFacts(writer)
    return Object.assign(notice, {
      waits: isWithin(hours, writer.now) ? undefined : nextWithin(hours, writer.now),
      erases: await mayBeErasedBy(writer, { event: 'notice.written', id: notice.id }),
    })
  },
  show: ({ thing: notice, actor, now }) => ({
    title: notice.subject,
    ...(mayWriteNotices.some(role => actor.roles.includes(role)) && notice.written_by === actor.personId
      ? { back: { href: routes.group.to({ group: notice.group_id }), text: notice.group_name } }
      : {}),
    body: (
      <>
        <p class="govuk-caption-l">To: {notice.group_name}</p>
        <Heading>{notice.subject}</Heading>
        <Inset>
          <span class="ly-lines">{notice.body}</span>
        </Inset>
        <SummaryList
          rows={[
            { key: 'Sent', value: `${notice.written_by_name}, ${inFull(notice.written_at)}` },
            { key: 'For', value: `${reaches[notice.reaches].words}: ${notice.recipients.length}` },
            { key: 'Given to', value: `${notice.given} of ${notice.recipients.length}` },
            notice.not_agreed > 0 && {
              key: 'Not given',
              value: `${notice.not_agreed}: nobody agrees to contact in the way they are reached, or somebody says no`,
            },
            untoldOf(notice, now) > 0 && {
              key: 'Sent no letter or text about it',
              value: `${untoldOf(notice, now)}: they asked for no more texts, or nothing is entered to write to. They find it on their page`,
            },
            notice.gone > 0 && {
              key: 'Have left since, or hear of it no longer',
              value: String(notice.gone),
            },
            { key: 'Have looked', value: `${notice.seen} of ${notice.recipients.length}` },
            { key: 'Have answered', value: String(notice.answered) },
            notice.second_name !== null && { key: 'Second adult', value: notice.second_name },
          ]}
        />
        {leftToGive(notice) > 0 && (
          <Paragraph>
            {notice.waits
              ? `It waits for the hours in which we write to families. It goes to the rest on ${inWords(notice.waits)}.`
              : 'It is on its way to the rest. Load this page again to see how far it is.'}
          </Paragraph>
        )}
        {unsureOf(notice, now) > 0 && (
          <Unsure count={unsureOf(notice, now)} mine={notice.written_by === actor.personId} />
        )}
        <Paragraph>
          Each answer is a conversation with that one family, among {notice.written_by_name}’s conversations.
        </Paragraph>
        <EraseLink kind="notice" id={notice.id} may={notice.erases} gone={notice.body === erasedWords} />
      </>
    ),
  }),
  fields: {},
  submit: tellAgain,
  done: (_, { id }) => routes.notice.to({ notice: id }),
  told: () => 'They are told once more.',
  refused: {
    nobody: () => 'Nobody was told again: each letter is known to have gone, or it is not your notice.',
  },
})

const leftToGive = ({ recipients, given, not_agreed, gone }: NoticeRow): number =>
  recipients.length - given - not_agreed - gone

/** How many letters and texts were begun so long ago that nobody knows whether they arrived. */
const unsureOf = ({ under_way }: NoticeRow, now: Date): number =>
  (under_way ?? []).filter(at => new Date(at).getTime() < now.getTime() - letterTakes).length

/** How many were given it so long ago that a letter or text about it would have left. */
const untoldOf = ({ untold }: NoticeRow, now: Date): number =>
  (untold ?? []).filter(at => new Date(at).getTime() < now.getTime() - letterTakes).length

/** What is not sure is not sent again by itself: somebody would get it twice. */
const Unsure = ({ count, mine }: { readonly count: number; readonly mine: boolean }) => (
  <Inset>
    <Paragraph>
      It is not sure that the letter or text about it reached {count === 1 ? '1 of them' : `${count} of them`}
      : it was on its way when the line broke. They find the notice on their page all the same.
    </Paragraph>
    {mine && (
      <form method="post">
        <Button kind="secondary" once>
          Tell them once more
        </Button>
      </form>
    )}
  </Inset>
)

/** The second adult of a notice to children has read it: they owe it no more. */
async function readBySecond(writer: Writer<PersonActor>, id: NoticeId): Promise<void> {
  const which = { kind: 'read-notice', person: writer.actor.personId, aboutId: id } as const
  if (!(await owes(writer, which))) return
  const read = await record(writer, {
    event: 'notice.read-by-second-adult',
    about: [{ kind: 'notice', id }],
    cites: [],
    content: { notice: id, at: writer.now.toISOString() },
  })
  await closeDuties(writer, which, read.entryId)
}
