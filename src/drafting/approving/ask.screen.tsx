import { blanks, unfilled } from '../../clauses/index.ts'
import { dayAt } from '../../guidance/index.ts'
import { chosen, date, maybeTick, text } from '../../kit/forms/index.ts'
import { type Member, staff } from '../../people/index.ts'
import type { PersonActor, PersonId, Reader } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  Heading,
  Input,
  Inset,
  Link,
  List,
  Paragraph,
  Select,
  Textarea,
  Tick,
} from '../../ui/index.ts'
import { draftToWrite } from '../access.ts'
import { FitSummary } from '../fit/fit-summary.tsx'
import { routes } from '../routes.ts'
import { backToDraft } from '../writing/shown.tsx'
import { approversOf, askApproval } from './ask-approval.ts'
import { NobodyToApprove } from './nobody.tsx'
import { dayRefused } from './refused.ts'

/** Asks a second person to approve the draft, with what changed and the day from which it is to be in force. */
export const askScreen = screen({
  address: routes.ask,
  fields: {
    // The verb finds them among those who may approve, or refuses.
    of: chosen<'person'>('Choose who is asked to approve it'),
    note: text({ max: 1000, called: 'What changed', required: 'Say in a sentence what changed' }),
    effective: date({ called: 'The day', required: 'Enter the day from which it is to be in force' }),
    again: maybeTick(),
  },
  load: async (reader, { policy }) => {
    const draft = await draftToWrite(reader, policy)
    return draft && { draft, ...(await askedAbout(reader, draft.writers)) }
  },
  show: ({ thing: { draft, approvers, alone }, form, now, actor }) => {
    const { policy, newest } = draft.shelf
    const empty = unfilled(draft.revision.made_of)
    return {
      title: `Ask for approval: ${policy.title}`,
      back: backToDraft(draft),
      body: (
        <>
          <Heading>Ask for approval: {policy.title}</Heading>
          <Paragraph>
            Somebody who wrote none of it reads what changed and approves it by name, or sends it back. Until
            then its words stay as they are.
          </Paragraph>
          {empty.length > 0 && (
            <Inset>
              <Paragraph>These names and numbers are not filled in yet:</Paragraph>
              <List
                items={empty.map(id => (
                  <Link key={id} href={routes.blank.to({ policy: policy.id, blank: id })}>
                    {blanks[id].asks}
                  </Link>
                ))}
              />
            </Inset>
          )}
          <FitSummary draft={draft} />
          {approvers.length === 0 ? (
            <NobodyToApprove alone={alone} actor={actor} />
          ) : (
            <form method="post" noValidate>
              <Select
                name="of"
                label="Who is asked"
                value={form.typed.of ?? (approvers.length === 1 ? approvers[0]?.id : undefined)}
                error={form.errors.of}
                options={[
                  { value: '', text: 'Choose' },
                  ...approvers.map(({ id, name }) => ({ value: id, text: name })),
                ]}
              />
              <Textarea
                name="note"
                label={newest ? 'What changed, in a sentence' : 'What it is, in a sentence'}
                hint="People see this first."
                rows={3}
                value={form.typed.note ?? (newest ? undefined : 'First version')}
                error={form.errors.note}
                attributes={{ dir: 'auto' }}
              />
              <Input
                name="effective"
                type="date"
                width={10}
                label="From which day it is in force"
                hint="Today: as soon as it is approved. A later day: on that day by itself."
                value={form.typed.effective ?? dayAt(now)}
                error={form.errors.effective}
              />
              {newest && (
                <Tick
                  name="again"
                  label="Who signs"
                  hint="Tick this when the change matters. Nothing else opens for anybody until they have signed."
                  text="Everybody must read and sign again"
                  value={form.typed.again}
                />
              )}
              <Button once>Ask for approval</Button>
            </form>
          )}
        </>
      ),
    }
  },
  submit: (writer, { draft }, { of, note, effective, again }) =>
    askApproval(writer, draft, {
      of,
      changeNote: note,
      signAgain: again || !draft.shelf.newest,
      effectiveOn: effective,
    }),
  done: (_, { draft }) => backToDraft(draft).href,
  told: (_, { approvers }, { of }) =>
    `${approvers.find(({ id }) => id === of)?.name ?? 'They'} is asked to approve it.`,
  refused: {
    'not-being-written': () =>
      'Approval has been asked for already, or the draft was published or dropped meanwhile. So nothing was changed. Go back to the draft to see where it stands.',
    'nothing-written': () =>
      'Nothing is written in it yet, so nobody was asked. Go back to the draft and write it.',
    'nothing-changed': () =>
      'It is word for word the version in force, so there is nothing to approve. Change something, or drop the draft.',
    'cannot-approve': () =>
      'Whoever you chose cannot approve it now: they wrote some of it, or have another role by now. So nobody was asked. Choose somebody else.',
    ...dayRefused,
  },
})

/** Who may be asked, and whether there is nobody else here at all. */
async function askedAbout(
  reader: Reader<PersonActor>,
  writers: readonly PersonId[],
): Promise<{ approvers: readonly Member[]; alone: boolean }> {
  const [approvers, everybody] = await Promise.all([approversOf(reader, writers), staff(reader)])
  return { approvers, alone: everybody.length < 2 }
}
