import { inDays } from '../../kit/clock.ts'
import { hasRole } from '../../people/index.ts'
import { inVault, type PersonId } from '../../records/index.ts'
import { whats } from '../../routing/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Subheading, Tag } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { type LowLevel, namesOf, selectLowLevel } from './queries.ts'
import { mayReadLowLevel, work } from './routes.ts'

/** So many about one adult within a year are looked at together. */
const pattern = 3
/** So many are shown (low_level_concerns in the database). */
const most = 500
const year = 365 * 86_400_000

/**
 * Small worries about how adults behave, by whom they are about, whether or not they are still here. Only the head and the
 * designated person, and of those only what they read.
 */
export const lowLevelScreen = screen({
  address: work.lowLevel,
  load: async reader => {
    if (!(await hasRole(reader, ...mayReadLowLevel))) return undefined
    const rows = await inVault(reader, ({ db }) => selectLowLevel(db))
    const names = await namesOf(
      reader.db,
      reader.actor.agencyId,
      rows.flatMap(({ persons }) => persons),
    )
    return { rows, names }
  },
  show: ({ thing: { rows, names }, now }) => ({
    title: 'Low-level concerns',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body: (
      <>
        <Heading>Low-level concerns</Heading>
        <Inset>
          A nagging doubt about how an adult behaves, that points to no harm by itself; often told by
          themself. It is no accusation. What counts is whether several point the same way.
        </Inset>
        {rows.length >= most && (
          <Paragraph>
            These are the newest {most}: what was told before them stands in the list of concerns.
          </Paragraph>
        )}
        {rows.length === 0 && <Paragraph>There is none among those that you read.</Paragraph>}
        {[...byPerson(rows)].map(([id, theirs]) => (
          <section key={id}>
            <Subheading>{id ? (names.get(id) ?? 'Somebody') : 'Nobody is named yet'}</Subheading>
            {id && lately(theirs, now) >= pattern && (
              <p class="govuk-body">
                <Tag colour="orange">Look at them together</Tag> {lately(theirs, now)} within a year.
              </p>
            )}
            <ul class="ly-list">
              {theirs.map(({ id: concern, reported_at, what }) => (
                <li key={concern}>
                  <Link href={routes.concern.to({ concern })}>{what.map(one => whats[one]).join('; ')}</Link>
                  <span class="ly-list__aside">{inDays(reported_at)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  }),
})

const lately = (rows: readonly LowLevel[], now: Date): number =>
  rows.filter(({ reported_at }) => now.getTime() - reported_at.getTime() < year).length

function byPerson(rows: readonly LowLevel[]): ReadonlyMap<PersonId | undefined, readonly LowLevel[]> {
  const all = new Map<PersonId | undefined, LowLevel[]>()
  for (const row of rows)
    for (const id of row.persons.length > 0 ? row.persons : [undefined])
      all.set(id, [...(all.get(id) ?? []), row])
  return all
}
