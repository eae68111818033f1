import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole, isHere } from '../people/index.ts'
import { standingsOf } from '../policies/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { selectNewestWalk, selectTries } from './queries.ts'
import { maySetRenewal } from './rules.ts'
import type { PolicyOwed, Walking } from './walking.ts'

/** The policies in force that the acting person has yet to sign. */
export async function policiesOwed(reader: Reader<PersonActor>): Promise<readonly PolicyOwed[]> {
  const standings = await standingsOf(reader, reader.actor.personId)
  return standings.filter(({ good }) => !good)
}

/** The acting person's own walk, begun and not yet passed, to go on with. Nobody walks another's. */
export async function walkToGoOn(
  reader: Reader<PersonActor>,
): Promise<Permitted<'walk', Walking> | undefined> {
  const { db, actor } = reader
  if (actor.kind !== 'staff' || !(await isHere(reader))) return undefined
  const walk = await selectNewestWalk(db, actor.agencyId, actor.personId)
  if (!walk || walk.passed) return undefined
  const [tries, owed] = await Promise.all([selectTries(db, actor.agencyId, walk.id), policiesOwed(reader)])
  return permit('walk', { walk, tries: new Map(tries.map(one => [one.question, one])), owed })
}

/** The agency's own say on how often induction is walked. */
export async function renewalToSet(
  reader: Reader<PersonActor>,
): Promise<Permitted<'set-renewal', object> | undefined> {
  return (await hasRole(reader, ...maySetRenewal)) ? permit('set-renewal', {}) : undefined
}
