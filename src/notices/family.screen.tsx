import { randomUUID } from 'node:crypto'
import { inFull } from '../kit/clock.ts'
import { goOn, messageFields, routes as messages } from '../messages/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Button, ButtonLink, Heading, Hidden, Paragraph, Subheading, Textarea } from '../ui/index.ts'
import { copyToRead } from './access.ts'
import { answerNotice } from './answer-notice.ts'
import { markCopySeen, type OwnCopy, selectCopies } from './copies.ts'
import { routes } from './routes.ts'

/** What somebody of a family has been sent, for their own page. */
export async function noticesForFamily({ db, actor }: Reader<PersonActor>) {
  const copies = await selectCopies(db, { agencyId: actor.agencyId, person: actor.personId })
  return copies.map(({ notice_id, subject, written_by_name, written_at, seen_at }) => ({
    href: routes.familyNotice.to({ notice: notice_id }),
    subject,
    from: `From ${written_by_name}. ${inFull(written_at)}`,
    isNew: seen_at === null,
  }))
}

/** One's own copy of a notice. Who else has one, and that anybody has, is nowhere in it. */
export const familyNoticeScreen = screen({
  address: routes.familyNotice,
  loadOnRecord: async (writer, { notice: id }) => {
    const copy = await copyToRead(writer, id)
    const { db, actor, now } = writer
    if (copy)
      await markCopySeen(
        db,
        { agencyId: actor.agencyId, person: actor.personId, notice: copy.notice_id },
        now,
      )
    return copy
  },
  show: ({ thing: copy, actor }) => ({
    title: copy.subject,
    plain: true,
    back: { href: messages.family.to(), text: 'Your messages' },
    body: (
      <>
        <Heading>{copy.subject}</Heading>
        <p class="govuk-body ly-lines">{copy.body}</p>
        <p class="govuk-body ly-list__aside">
          {copy.written_by_name}, {actor.place}. {inFull(copy.written_at)}
        </p>
        <Subheading>Do you want to answer?</Subheading>
        {copy.conversation_id ? (
          <ButtonLink href={messages.familyConversation.to({ conversation: copy.conversation_id })}>
            Go on with your answer
          </ButtonLink>
        ) : (
          <AnswerForm copy={copy} place={actor.place} />
        )}
      </>
    ),
  }),
})

const AnswerForm = (props: {
  readonly copy: OwnCopy
  readonly place: string
  readonly typed?: { readonly body?: string | undefined; readonly key?: string | undefined }
  readonly error?: string | undefined
}) => (
  <form method="post" action={routes.familyAnswer.to({ notice: props.copy.notice_id })} noValidate>
    <Paragraph>
      Your answer goes to {[props.copy.written_by_name, props.copy.second_name].filter(Boolean).join(' and ')}{' '}
      at {props.place}. No other family sees it.
    </Paragraph>
    <Hidden name="key" value={props.typed?.key ?? randomUUID()} />
    <Textarea name="body" label="Your answer" rows={4} value={props.typed?.body} error={props.error} />
    <Button once>Send</Button>
  </form>
)

export const familyAnswerScreen = screen({
  address: routes.familyAnswer,
  fields: messageFields,
  load: (reader, { notice }) => copyToRead(reader, notice),
  show: ({ thing: copy, form, refusal, actor }) => ({
    title: refusal ? 'Your answer was not sent' : 'Write an answer',
    plain: true,
    back: { href: routes.familyNotice.to({ notice: copy.notice_id }), text: copy.subject },
    body: (
      <>
        <Heading>{refusal ? 'Your answer was not sent' : 'Write an answer'}</Heading>
        <AnswerForm
          copy={copy}
          place={actor.place}
          typed={form.typed}
          error={form.errors.body ?? form.errors.key}
        />
      </>
    ),
  }),
  submit: answerNotice,
  done: goOn,
  refused: {
    nobody: () =>
      'Nothing was sent: whoever wrote to you no longer works here. Your words are below. Call the organisation.',
  },
})
