import { placesInTeams } from '../../people/index.ts'
import type { Reader } from '../../records/index.ts'
import { counted, Link, Paging, Paragraph, stretchOf, Table, within } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { type Group, groupByManager, groupByTeam, type Seen } from './queries.ts'

/** How the people are parted: by who they answer to, or by the teams they are in. */
export type By = 'manager' | 'team'

export const groupsBy = async (reader: Reader, seen: Seen, by: By): Promise<readonly Group[]> =>
  by === 'manager'
    ? groupByManager(reader.db, seen)
    : groupByTeam(reader.db, seen, await placesInTeams(reader))

const number = (value: number) => value.toLocaleString('en-GB')
const heads: Readonly<Record<By, { one: string; more: string; head: string }>> = {
  manager: { one: 'manager', more: 'managers', head: 'Answers to' },
  team: { one: 'team', more: 'teams', head: 'Team' },
}

/** How many of each group have signed, with a bar, and the way to its people. */
export function GroupsOf(about: {
  readonly groups: readonly Group[]
  readonly by: By
  readonly policy: string
  readonly query: URLSearchParams
}) {
  const { groups, by, policy, query } = about
  const { one, more, head } = heads[by]
  const stretch = stretchOf(query, 'page', groups.length)
  if (groups.length === 0)
    return <Paragraph>Nobody you answer for is in a team. Make one under People, then Teams.</Paragraph>
  return (
    <>
      <Table
        caption={counted(stretch, one, more)}
        columns={[{ head }, { head: 'Have signed' }, { head: 'How far' }, { head: 'Not signed' }]}
        rows={within(groups, stretch).map(group => [
          group.id ? (
            <Link key="name" href={`${routes.signatures.to({ policy })}?${by}=${group.id}`}>
              {group.name}
            </Link>
          ) : (
            'Nobody here'
          ),
          `${number(group.signed)} of ${number(group.people)}`,
          <progress
            key="bar"
            class="ly-progress__small"
            aria-label={`${group.name ?? 'Nobody here'}: signed`}
            value={group.signed}
            max={group.people}
          />,
          number(group.people - group.signed),
        ])}
      />
      <Paging stretch={stretch} query={query} name="page" label={`Pages of ${more}`} />
    </>
  )
}
