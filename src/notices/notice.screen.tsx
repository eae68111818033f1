import { closeDuties, owes } from '../duties/index.ts'
import { inFull } from '../kit/clock.ts'
import { erasedWords, type PersonActor, record, type Writer } from '../records/index.ts'
import { EraseLink, mayBeErasedBy } from '../retention/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Paragraph, SummaryList } from '../ui/index.ts'
import { noticeToSee } from './access.ts'
import { routes } from './routes.ts'
import { mayWriteNotices, reaches } from './rules.ts'
import type { NoticeId } from './tables.ts'

/** A notice as it was sent, and how many have looked. Nobody is named: whoever answers has a conversation of their own. */
export const noticeScreen = screen({
  address: routes.notice,
  loadOnRecord: async (writer, { notice: id }) => {
    const notice = await noticeToSee(writer, id)
    if (!notice) return undefined
    await readBySecond(writer, notice.id)
    return { notice, erases: await mayBeErasedBy(writer, { event: 'notice.written', id: notice.id }) }
  },
  show: ({ thing: { notice, erases }, actor }) => ({
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
            { key: 'Have looked', value: `${notice.seen} of ${notice.recipients.length}` },
            { key: 'Have answered', value: String(notice.answered) },
            notice.second_name !== null && { key: 'Second adult', value: notice.second_name },
          ]}
        />
        {notice.given < notice.recipients.length && (
          <Paragraph>It is on its way to the rest. Load this page again to see how far it is.</Paragraph>
        )}
        <Paragraph>
          Each answer is a conversation with that one family, among {notice.written_by_name}’s conversations.
        </Paragraph>
        <EraseLink kind="notice" id={notice.id} may={erases} gone={notice.body === erasedWords} />
      </>
    ),
  }),
})

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
