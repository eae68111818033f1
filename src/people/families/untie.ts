import { Already, type Permitted } from '../../kit/proof.ts'
import type { Change, PersonActor, PersonId, Writer } from '../../records/index.ts'
import type { Above } from '../above.ts'
import { endTie } from '../link-family.ts'
import { selectFamily } from '../person/queries.ts'
import { holdAgency } from '../queries.ts'
import type { Untying } from './access.ts'
import { endWaysIn } from './end-links.ts'
import { holdTie } from './queries.ts'

/**
 * Ends that somebody hears of a child, now and in one: they leave what may be about the child, what they said of contact
 * with the child counts no longer, and no notice about the child reaches them. Whoever is nobody's parent or carer here any
 * more has no way in either. They are told nothing. Refuses nothing; ended already, nothing is changed.
 */
export async function untie(
  writer: Writer<PersonActor>,
  { tie: { child_id, parent_id } }: Permitted<'untie', Untying>,
  { why, above }: { readonly why: string; readonly above: Pick<Above, 'tieEnded' | 'linksEnded'> },
): Promise<Change<PersonId>> {
  const { db, actor } = writer
  await holdAgency(db, actor.agencyId)
  const tie = await holdTie(db, actor.agencyId, { child: child_id, parent: parent_id })
  if (!tie || tie.until) return new Already(child_id)
  const done = await endTie(writer, tie, why)
  const last = (await selectFamily(db, actor.agencyId, parent_id)).length === 0
  await above.tieEnded(writer, { child: child_id, parent: parent_id, last })
  if (last) {
    await above.linksEnded(writer, parent_id)
    await endWaysIn(writer, parent_id)
  }
  return done.with(child_id)
}
