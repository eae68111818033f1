import { textOf } from '../../clauses/index.ts'
import { dayAt, monthsAfter, whenInWords } from '../../guidance/index.ts'
import { date, maybeDate, maybeTick, tick } from '../../kit/forms/index.ts'
import { person } from '../../people/index.ts'
import { Difference, routes as policies } from '../../policies/index.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  Details,
  Heading,
  Hidden,
  Input,
  Inset,
  Link,
  Paragraph,
  Prose,
  Subheading,
  SummaryList,
  Tick,
} from '../../ui/index.ts'
import { type Draft, deskToWriteAt } from '../access.ts'
import { FitSummary } from '../fit/fit-summary.tsx'
import { gapsIn, seenOf } from '../fit/seen.ts'
import { routes } from '../routes.ts'
import { backToDraft, fromField } from '../writing/shown.tsx'
import { approveDraft } from './approve-draft.ts'
import { dayRefused } from './refused.ts'

/** A second person reads what changed and what is missing, and approves the draft by name. */
export const approveScreen = screen({
  address: routes.approve,
  fields: {
    from: fromField,
    effective: date({ called: 'The day', required: 'Enter the day from which it is in force' }),
    review: maybeDate('The day'),
    seen: maybeTick(),
    name: tick('Tick the box to put your name to it'),
  },
  load: async (reader, { policy }) => {
    const desk = await deskToWriteAt(reader, policy)
    if (!desk?.current) return undefined
    const [writer] = desk.current.writers
    return { draft: desk.current, by: (writer && (await person(reader, writer))?.name) || 'somebody' }
  },
  show: ({ thing: { draft, by }, form, actor, now }) => {
    const { policy, newest, owner } = draft.shelf
    const asked = draft.steps.findLast(({ step }) => step === 'asked')
    const gaps = gapsIn(seenOf(policy.kind, draft.revision.made_of))
    const title = `Approve: ${policy.title}`
    return {
      title,
      back: backToDraft(draft),
      body: (
        <>
          <Heading>{title}</Heading>
          <Asked draft={draft} by={by} />
          <Subheading>{newest ? `What changes since version ${newest.number}` : 'The text'}</Subheading>
          <Text draft={draft} />
          <Subheading>How it stands to the guidance</Subheading>
          <FitSummary draft={draft} />
          <WhoCannot draft={draft} personId={actor.personId} />
          {draft.state === 'asked' && !draft.writers.includes(actor.personId) && (
            <form method="post" noValidate>
              <Hidden name="from" value={`${draft.revision.number}`} />
              <Subheading>Your approval</Subheading>
              <Input
                name="effective"
                type="date"
                width={10}
                label="From which day it is in force"
                hint="Today: as soon as you approve it. A later day: on that day by itself, and until then it can be taken back."
                value={form.typed.effective ?? later(asked?.effective_on, dayAt(now))}
                error={form.errors.effective}
              />
              {owner ? (
                <Input
                  name="review"
                  type="date"
                  width={10}
                  label="By when it is reviewed next"
                  hint={`${owner.name} owns it, and is told when the review is near.`}
                  value={form.typed.review ?? monthsAfter(dayAt(now), 12)}
                  error={form.errors.review}
                />
              ) : (
                <Paragraph>
                  Nobody owns it yet. Once it is in force, name its owner and a review day in the register of
                  policies.
                </Paragraph>
              )}
              {gaps > 0 && (
                <Tick
                  name="seen"
                  label="What it does not say"
                  hint="This forbids nothing. It is on the record with your name, and your safeguarding board sees how the policy stands."
                  text={`I have seen the ${gaps === 1 ? 'statement' : `${gaps} statements`} of the guidance that it does not cover as it should`}
                  value={form.typed.seen}
                />
              )}
              <Tick
                name="name"
                label="Your name"
                text={`I, ${actor.name}, have read it and approve it`}
                value={form.typed.name}
                error={form.errors.name ?? form.errors.from}
              />
              <Button once>Approve it</Button>
            </form>
          )}
          {draft.state === 'asked' && (
            <Paragraph>
              <Link href={routes.sendBack.to({ policy: policy.id })}>Send it back, with what to change</Link>
            </Paragraph>
          )}
        </>
      ),
    }
  },
  submit: (writer, { draft }, { from, effective, review, seen }) =>
    approveDraft(writer, draft, { wasRead: from, effectiveOn: effective, reviewOn: review ?? null, seen }),
  done: ({ published }, { draft }) =>
    published ? policies.policy.to({ policy: draft.shelf.policy.id }) : backToDraft(draft).href,
  told: ({ published }, _, { effective }) =>
    published
      ? 'You have approved it, and it is in force.'
      : `You have approved it. It comes into force on ${whenInWords(effective)}.`,
  refused: {
    'you-wrote-it': () =>
      'You wrote some of it, so somebody else has to approve it. Nothing was changed. Ask another senior manager, designated person or administrator.',
    'not-your-role': () =>
      'Approving takes a senior manager, a designated person or an administrator, so nothing was changed. Ask one of them.',
    'not-asked': () =>
      'Nobody is asking for approval of it now: it was taken back, sent back or approved meanwhile. So nothing was changed. Go back to the draft to see where it stands.',
    'changed-meanwhile': () =>
      'It has changed since you opened this page, so nothing was approved. Read it as it is now, below, and approve that.',
    'nothing-changed': () =>
      'It is word for word the version in force, so there is nothing to approve. Send it back, or drop the draft.',
    'not-seen': () =>
      'It does not cover everything that the guidance asks for, and you have not said that you have seen that. So nothing was approved. Look at how it stands to the guidance, tick the box, and approve it; or send it back.',
    'review-not-ahead': () =>
      'The next review must come after the day from which it is in force, and within five years. So nothing was approved. Choose another day.',
    ...dayRefused,
  },
})

const later = <T extends string>(one: T | null | undefined, other: T): T => (one && one > other ? one : other)

function Asked({ draft, by }: { readonly draft: Draft; readonly by: string }) {
  const asked = draft.steps.findLast(({ step }) => step === 'asked')
  return (
    <SummaryList
      rows={[
        { key: 'Written by', value: by },
        { key: 'What changes', value: asked?.words || 'Nothing is said' },
        {
          key: 'Signing',
          value: asked?.sign_again ? 'Everybody reads and signs again' : 'Not to be signed again',
        },
        {
          key: 'In force from',
          value: asked?.effective_on ? whenInWords(asked.effective_on) : 'Not said yet',
        },
      ]}
    />
  )
}

function Text({ draft: { shelf, revision } }: { readonly draft: Draft }) {
  const text = textOf(revision.made_of)
  const whole = (
    <div dir="auto">
      <Prose text={text} contents />
    </div>
  )
  if (!shelf.newest) return whole
  return (
    <>
      <Difference before={shelf.newest.text} after={text} />
      <Details summary="The whole text">{whole}</Details>
    </>
  )
}

function WhoCannot({ draft, personId }: { readonly draft: Draft; readonly personId: string }) {
  if (draft.state !== 'asked')
    return (
      <Inset>Nobody is asking for approval of it now. Go back to the draft to see where it stands.</Inset>
    )
  return draft.writers.some(id => id === personId) ? (
    <Inset>You wrote some of it, so somebody else approves it.</Inset>
  ) : null
}
