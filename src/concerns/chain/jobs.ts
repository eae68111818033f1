import { openDuties, owedOf } from '../../duties/index.ts'
import { later } from '../../kit/clock.ts'
import type { Mail } from '../../kit/mail/index.ts'
import { Already } from '../../kit/proof.ts'
import { agency, person, withRole } from '../../people/index.ts'
import {
  type AgencyId,
  agenciesHere,
  type Ground,
  inVault,
  newEntryId,
  type PersonId,
  read,
  record,
  type SystemActor,
  system,
  type Writer,
  write,
} from '../../records/index.ts'
import { routes } from '../routes.ts'
import { chainOf, tryAgainAfter } from './links.ts'

interface About {
  readonly agencyId: AgencyId
  readonly personId: PersonId
  readonly letterId: string
}

/** The letters that try the way, and, once a day, who owes trying it again. */
export const chainJobs = (ground: Ground, mail: Mail, url: string) => ({
  'chain-letter': async ({ agencyId, personId, letterId }: About) => {
    const made = await read(ground, system(agencyId), async reader => {
      const [to, place] = await Promise.all([person(reader, personId), agency(reader)])
      return to?.email && !to.left_at ? { to: to.email, name: to.name, place: place.name } : undefined
    })
    if (made)
      await mail({
        to: made.to,
        subject: `A test from ${made.place}`,
        text: `Hello ${made.name},\n\nThis letter only tries whether letters reach you: if somebody at ${made.place} is worried about a child, you hear of it in this way. Nothing has happened.\n\nPlease follow this link, and say that it came:\n${url}${routes.letterCame.to({ letter: letterId })}\n`,
      })
  },
  'look-at-chain': async () => {
    for (const id of await agenciesHere(ground.pool)) await write(ground, system(id), oweTrying)
  },
})

/**
 * Where concerns are taken, and no letter has come for a month or a link of the chain is broken, the designated persons and their
 * deputies owe trying the way again, on the page that says what is missing; where there are none, the senior managers.
 */
export async function oweTrying(writer: Writer<SystemActor>) {
  const { onSince, triedAt, people, ready } = await chainOf(writer)
  const since = triedAt ?? onSince
  if (!onSince || !since || (ready && later(since, tryAgainAfter) > writer.now)) return new Already(0)
  const theirs = people.length > 0 ? people.map(({ id }) => id) : await withRole(writer, 'senior-manager')
  return inVault(writer, async inside => {
    const owing = new Set((await owedOf(inside, 'try-the-chain')).map(({ personId }) => personId))
    const persons = theirs.filter(id => !owing.has(id))
    if (persons.length === 0) return new Already(0)
    const about = { kind: 'agency', id: inside.actor.agencyId }
    const entry = newEntryId(inside)
    const done = await record(
      inside,
      { event: 'chain.trying-owed', about: [about], cites: ['REP-4'], content: { persons } },
      { id: entry, value: persons.length },
    )
    await openDuties(inside, 'try-the-chain', persons, about, entry)
    return done
  })
}
