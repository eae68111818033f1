import { days, later } from '../kit/clock.ts'
import { idFrom } from '../kit/ids.ts'
import { lineOf } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Narrow, Paragraph } from '../ui/index.ts'
import { supervised } from './access.ts'
import { Listed } from './conversations.screen.tsx'
import { listed } from './list-page.ts'
import { OfWorker, ofWorker } from './of-worker.tsx'
import { routes } from './routes.ts'

/** The parts in which a manager sees the list. */
const kinds = { '': 'Everything', child: 'With a child', parents: 'With parents alone' } as const
/** How far back something must have been said. */
const spans = { '': 'At any time', week: 'In the last week', month: 'In the last month' } as const
const spanDays: Readonly<Record<string, number>> = { week: 7, month: 31 }

/** Those whose conversations the reader may read without being in them; undefined for everybody of the agency. */
const theirs = async (reader: Reader<PersonActor>) =>
  (await supervised(reader)) === 'all' ? undefined : lineOf(reader, reader.actor.personId)

/** The conversations of the people one answers for. The list says who and what about; opening one is an entry. */
export const teamScreen = screen({
  address: routes.team,
  load: async (reader, { query }) => {
    const team = await theirs(reader)
    const of = await ofWorker(reader, team, {
      id: idFrom<'person'>(query.get('worker')),
      name: query.get('whom') ?? '',
    })
    const kind = query.get('with')
    const span = spanDays[query.get('since') ?? '']
    const found = await listed(reader, of.worker ? [of.worker.id] : team, query, {
      ...(kind === 'child' || kind === 'parents' ? { kind } : {}),
      ...(span ? { since: later(reader.now, -days(span)) } : {}),
    })
    return { ...found, of }
  },
  show: ({ thing: { of, ...found }, query }) => ({
    title: 'The team’s conversations',
    back: { href: routes.conversations.to(), text: 'Conversations' },
    body: (
      <>
        <Heading>The team’s conversations</Heading>
        <Inset>Each time you open one that you are not in, the record says that you read it.</Inset>
        <OfWorker of={of} query={query} />
        <Narrow label="With whom" name="with" query={query} options={optionsOf(kinds)} />
        <Narrow label="When something was said" name="since" query={query} options={optionsOf(spans)} />
        <Listed
          {...found}
          query={query}
          kept={{
            worker: of.worker?.id,
            with: query.get('with') ?? undefined,
            since: query.get('since') ?? undefined,
          }}
          none={
            query.size > 0
              ? 'Nothing is like that. Choose another part of the list.'
              : 'The people who answer to you are in no conversation yet.'
          }
        />
        {query.size > 0 && (
          <Paragraph>
            <Link href="?">Show everything</Link>
          </Paragraph>
        )}
      </>
    ),
  }),
})

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))
