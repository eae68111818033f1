import { inDays } from '../../kit/clock.ts'
import { keptKindAt } from '../../retention/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Inset, Link, List, Paragraph, SummaryList } from '../../ui/index.ts'
import { namesOf } from '../casework/queries.ts'
import { routes } from '../routes.ts'
import type { StepTable } from '../tables.ts'
import { keeping } from './routes.ts'
import { isDue, type Keeping, keepingOf } from './standing.ts'

/** How long one concern is kept, why, and what stops its erasing. */
export const keptScreen = screen({
  address: keeping.kept,
  load: async (reader, at) => {
    const found = await keepingOf(reader, at.concern)
    if (!found) return undefined
    const people = [found.hold?.taken_by, found.asked?.taken_by].flatMap(id => id ?? [])
    const names = await namesOf(reader.db, reader.actor.agencyId, people)
    const nameOf = ({ taken_by }: StepTable) => (taken_by && names.get(taken_by)) ?? 'Somebody'
    return { found, nameOf }
  },
  show: ({ thing: { found, nameOf }, now }) => {
    const { row, kept, asked, hold } = found
    const to = { concern: row.id }
    return {
      title: 'How long this concern is kept',
      back: { href: routes.concern.to(to), text: 'The concern' },
      body: (
        <>
          <Heading>How long this concern is kept</Heading>
          {kept === undefined ? (
            <Inset>It is open. While it is, its time does not run, and nothing of it is erased.</Inset>
          ) : (
            <Facts kept={kept} now={now} />
          )}
          {hold && (
            <Paragraph>
              {nameOf(hold)} put a hold on it on {inDays(hold.taken_at)}. Why stands in the concern.
            </Paragraph>
          )}
          {kept?.held && !hold && (
            <Paragraph>
              A hold on somebody in it keeps it. Ask a senior manager, where it is not on them.
            </Paragraph>
          )}
          {asked && (
            <Paragraph>
              {nameOf(asked)} asked on {inDays(asked.taken_at)} for it to be erased.
            </Paragraph>
          )}
          <List
            items={[
              <Link key="hold" href={keeping.hold.to(to)}>
                {hold ? 'Look at the hold on it' : 'Put a hold on it, so that nobody erases it'}
              </Link>,
              kept && !kept.held && (
                <Link key="erase" href={keeping.erase.to(to)}>
                  {asked ? 'Erase it, or keep it' : 'Ask for it to be erased'}
                </Link>
              ),
            ].filter(one => one !== undefined && one !== false)}
          />
        </>
      ),
    }
  },
})

function Facts({ kept, now }: { readonly kept: NonNullable<Keeping['kept']>; readonly now: Date }) {
  const { title, why } = keptKindAt(kept.kind)
  return (
    <SummaryList
      rows={[
        { key: 'What it is kept as', value: title },
        { key: 'Closed on', value: inDays(kept.closed_at) },
        {
          key: 'Kept until',
          value:
            kept.due_at === null
              ? 'Without an end, while whoever it is about is here'
              : `${inDays(kept.due_at)}${isDue(kept, now) ? '. That is over' : ''}`,
        },
        { key: 'Why so long', value: why },
      ]}
    />
  )
}
