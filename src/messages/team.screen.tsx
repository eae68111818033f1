import { days, later } from '../kit/clock.ts'
import { idFrom } from '../kit/ids.ts'
import { lineOf, staff } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Button, Heading, Hidden, Inset, Link, Narrow, Paragraph, Select } from '../ui/index.ts'
import { supervised } from './access.ts'
import { Listed, listed } from './conversations.screen.tsx'
import { routes } from './routes.ts'

/** The parts in which a manager sees the list. */
const kinds = { '': 'Everything', child: 'With a child', parents: 'With parents alone' } as const
/** How far back something must have been said. */
const spans = { '': 'At any time', week: 'In the last week', month: 'In the last month' } as const
const spanDays: Readonly<Record<string, number>> = { week: 7, month: 31 }

/** Those whose conversations the reader may read without being in them, by name. */
async function theirs(reader: Reader<PersonActor>) {
  const all = await staff(reader)
  if ((await supervised(reader)) === 'all') return all
  const line = new Set(await lineOf(reader, reader.actor.personId))
  return all.filter(({ id }) => line.has(id))
}

/** The conversations of the people one answers for. The list says who and what about; opening one is an entry. */
export const teamScreen = screen({
  address: routes.team,
  load: async (reader, { query }) => {
    const team = await theirs(reader)
    const wanted = idFrom<'person'>(query.get('worker'))
    const worker = team.find(({ id }) => id === wanted)
    const kind = query.get('with')
    const span = spanDays[query.get('since') ?? '']
    const found = await listed(reader, worker ? [worker.id] : team.map(({ id }) => id), query, {
      ...(kind === 'child' || kind === 'parents' ? { kind } : {}),
      ...(span ? { since: later(reader.now, -days(span)) } : {}),
    })
    return { ...found, team, worker }
  },
  show: ({ thing: { team, worker, ...found }, query }) => ({
    title: 'The team’s conversations',
    back: { href: routes.conversations.to(), text: 'Conversations' },
    body: (
      <>
        <Heading>The team’s conversations</Heading>
        <Inset>Each time you open one that you are not in, the record says that you read it.</Inset>
        {team.length > 1 && <OfWorker team={team} worker={worker?.id} query={query} />}
        <Narrow label="With whom" name="with" query={query} options={optionsOf(kinds)} />
        <Narrow label="When something was said" name="since" query={query} options={optionsOf(spans)} />
        <Listed
          {...found}
          query={query}
          kept={{
            worker: worker?.id,
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

const OfWorker = (about: {
  readonly team: readonly { readonly id: string; readonly name: string }[]
  readonly worker: string | undefined
  readonly query: URLSearchParams
}) => (
  <form method="get" class="ly-find">
    {['with', 'since', 'find'].map(name => {
      const value = about.query.get(name)
      return value && <Hidden key={name} name={name} value={value} />
    })}
    <Select
      name="worker"
      label="Of whom"
      value={about.worker ?? ''}
      options={[
        { value: '', text: 'Everybody' },
        ...about.team.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
    <Button kind="secondary">Show</Button>
  </form>
)
