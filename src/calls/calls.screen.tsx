import { inFull } from '../kit/clock.ts'
import { tidy } from '../kit/forms/index.ts'
import { maySupervise } from '../messages/index.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import {
  ButtonLink,
  Find,
  Heading,
  Inset,
  Link,
  Paging,
  Paragraph,
  type Stretch,
  stretchOf,
  Tag,
} from '../ui/index.ts'
import { overseen } from './access.ts'
import { type CallRow, countCalls, selectCalls } from './queries.ts'
import { routes } from './routes.ts'
import { resultWords } from './rules.ts'

/** A page of a list of calls, and what was looked for in it. */
export async function listedCalls(
  { db, actor }: Reader<PersonActor>,
  which: { readonly people: readonly PersonId[]; readonly family?: readonly PersonId[] },
  query: URLSearchParams,
) {
  const find = tidy(query.get('find') ?? '').slice(0, 100)
  const all = { agencyId: actor.agencyId, ...which, find }
  const stretch = stretchOf(query, 'page', await countCalls(db, all))
  return { list: await selectCalls(db, all, stretch), find, stretch }
}

/** The telephone calls that somebody wrote down, or is the second adult of. */
export const callsScreen = screen({
  address: routes.calls,
  load: (reader, { query }) => listedCalls(reader, { people: [reader.actor.personId] }, query),
  show: ({ thing, actor, query }) => ({
    title: 'Telephone calls',
    body: (
      <>
        <Heading>Telephone calls</Heading>
        <div class="ly-acts">
          <ButtonLink href={routes.log.to()}>Write a call down</ButtonLink>
          <ButtonLink kind="secondary" href={routes.whom.to()}>
            Call a family
          </ButtonLink>
          {maySupervise.some(role => actor.roles.includes(role)) && (
            <ButtonLink kind="secondary" href={routes.team.to()}>
              The team’s calls
            </ButtonLink>
          )}
        </div>
        <CallList {...thing} query={query} none="You have written no call down yet." />
      </>
    ),
  }),
})

/** The calls of the people one answers for. Opening one is an entry. */
export const teamCallsScreen = screen({
  address: routes.team,
  load: async (reader, { query }) => listedCalls(reader, { people: await overseen(reader) }, query),
  show: ({ thing, query }) => ({
    title: 'The team’s calls',
    back: { href: routes.calls.to(), text: 'Telephone calls' },
    body: (
      <>
        <Heading>The team’s calls</Heading>
        <Inset>Each time you open one that is not yours, the record says that you read it.</Inset>
        <CallList
          {...thing}
          query={query}
          none="The people who answer to you have written no call down yet."
        />
      </>
    ),
  }),
})

/** Calls, the newest first. */
export function CallList(about: {
  readonly list: readonly CallRow[]
  readonly find: string
  readonly stretch: Stretch
  readonly query: URLSearchParams
  readonly none: string
}) {
  const { list, find, stretch, query, none } = about
  if (stretch.total === 0 && !find) return <Paragraph>{none}</Paragraph>
  return (
    <>
      {(stretch.total > 10 || find) && <Find label="Find by a name, or why it was made" value={find} />}
      {list.length === 0 && (
        <Paragraph>
          No call here has “{find}” in it. <Link href="?">Show all</Link>
        </Paragraph>
      )}
      {list.length > 0 && (
        <ul class="ly-list">
          {list.map(call => (
            <li key={call.id}>
              <Link href={routes.call.to({ call: call.id })}>
                {call.with_name}: {call.about}
              </Link>{' '}
              {call.phone === 'own' && <Tag colour="orange">Own phone</Tag>}
              <span class="ly-list__aside">
                {resultWords[call.way][call.result]}, {inFull(call.began_at)}. Written down by {call.caller}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Paging stretch={stretch} query={query} name="page" label="Pages of calls" />
    </>
  )
}
