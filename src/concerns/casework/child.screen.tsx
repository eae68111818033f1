import { inFull } from '../../kit/clock.ts'
import { idFrom } from '../../kit/ids.ts'
import { hasRole, person } from '../../people/index.ts'
import { inVault } from '../../records/index.ts'
import { outsideBodies, whats } from '../../routing/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Inset, Link, Paragraph } from '../../ui/index.ts'
import { taking } from '../exports/routes.ts'
import { mayRead, routes } from '../routes.ts'
import { namesOf, type Past, selectChronology } from './queries.ts'
import { work } from './routes.ts'
import { stepWords } from './rules.ts'

/** What happened about one child, over every concern that the acting person reads and the child is linked to, in its order. */
export const childScreen = screen({
  address: work.child,
  load: async (reader, at) => {
    const id = idFrom<'person'>(at.person)
    if (!id || !(await hasRole(reader, ...mayRead))) return undefined
    const child = await person(reader, id)
    const past = await inVault(reader, ({ db, actor }) => selectChronology(db, actor.agencyId, id))
    // Of a child who is in none that they read, there is nothing to see: no more than of somebody who is not there.
    if (!child || past.length === 0) return undefined
    const ids = past.flatMap(({ by }) => by ?? [])
    return { id, name: child.name, past, names: await namesOf(reader.db, reader.actor.agencyId, ids) }
  },
  show: ({ thing: { id, name, past, names } }) => ({
    title: 'All that is told of one child',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body: (
      <>
        <p class="govuk-caption-l">{name}</p>
        <Heading>All that is told of one child</Heading>
        <Inset>
          From the concerns that you read and that they are linked to. What was written stands in each.
        </Inset>
        <ul class="ly-list">
          {past.map((one, at) => (
            <li key={at}>
              <Link href={routes.concern.to({ concern: one.concern_id })}>{saysOf(one)}</Link>
              <span class="ly-list__aside">
                {inFull(one.at)}
                {one.by && `, ${names.get(one.by) ?? 'somebody'}`}
              </span>
            </li>
          ))}
        </ul>
        <Paragraph>
          <Link href={taking.ask.to({ person: id })}>Export it</Link>, for the police, a court, or another
          organisation.
        </Paragraph>
        <Paragraph>
          Messages and calls with the family stand among the <Link href="/conversations">conversations</Link>{' '}
          and <Link href="/calls">calls</Link>.
        </Paragraph>
      </>
    ),
  }),
})

function saysOf({ what, step, body }: Past): string {
  if (!step) return `Told: ${what.map(one => whats[one]).join('; ')}`
  const said = stepWords[step]
  const first = said.charAt(0).toUpperCase() + said.slice(1)
  return body ? `${first}: ${outsideBodies[body].name}` : first
}
