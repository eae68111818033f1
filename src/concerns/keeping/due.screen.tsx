import { dutiesOf } from '../../duties/index.ts'
import { inDays } from '../../kit/clock.ts'
import { inVault } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Subheading } from '../../ui/index.ts'
import { namesOf } from '../casework/queries.ts'
import { routes } from '../routes.ts'
import { selectGone } from './queries.ts'
import { keeping } from './routes.ts'
import { grounds, isGround } from './rules.ts'

const looked = ['look-if-kept-long-enough', 'confirm-erasing'] as const

/** What the acting person is to look at because its time is over, or because another asks; and what they erased with another. */
export const dueScreen = screen({
  address: keeping.due,
  load: async reader => {
    const owed = (await dutiesOf(reader, reader.actor.personId)).filter(({ kind }) =>
      looked.some(one => one === kind),
    )
    const gone = await inVault(reader, ({ db }) => selectGone(db))
    const names = await namesOf(
      reader.db,
      reader.actor.agencyId,
      gone.flatMap(one => [one.asked_by, one.erased_by]),
    )
    return { owed, gone, names }
  },
  show: ({ thing: { owed, gone, names } }) => ({
    title: 'Kept long enough?',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body: (
      <>
        <Heading>Kept long enough?</Heading>
        <Inset>
          A concern goes when its time is over and two people who read it have looked that nobody needs it any
          more. Of itself none goes.
        </Inset>
        {owed.length === 0 && <Paragraph>Nothing waits for you here.</Paragraph>}
        <ul class="ly-list">
          {owed.map(({ id, href, kind, dueAt }) => (
            <li key={id}>
              <Link href={href}>
                {kind === 'confirm-erasing'
                  ? 'Somebody asks you to look at one before it is erased'
                  : 'The time of one is over'}
              </Link>
              <span class="ly-list__aside">By {inDays(dueAt)}</span>
            </li>
          ))}
        </ul>
        {gone.length > 0 && (
          <>
            <Subheading>Erased with you</Subheading>
            <ul class="ly-list">
              {gone.map(({ id, reported_at, erased_at, ground, asked_by, erased_by }) => (
                <li key={id}>
                  Told of on {inDays(reported_at)}
                  <span class="ly-list__aside">
                    {isGround(ground) && `${grounds[ground]}. `}
                    {names.get(asked_by)} asked; {names.get(erased_by)} erased it on {inDays(erased_at)}.
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  }),
})
