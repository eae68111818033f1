import { openDuties, whoOwes } from '../duties/index.ts'
import { Already } from '../kit/proof.ts'
import { staff } from '../people/index.ts'
import { newEntryId, type Recorded, record, type SystemActor, type Writer } from '../records/index.ts'
import { selectSigners } from './queries.ts'

/**
 * Opens the duty to sign for everybody here who has yet to sign the acceptable use policy and does not owe it already:
 * whoever joined after it was published, by whichever way they came. Says how many.
 */
export async function oweSignatures(
  writer: Writer<SystemActor>,
): Promise<Recorded<number> | Already<number>> {
  const found = await selectSigners(writer.db, writer.actor.agencyId)
  if (!found) return new Already(0)
  const policy = found.policy_id
  const settled = new Set([...found.signers, ...(await whoOwes(writer, 'sign-policy', policy))])
  const persons = (await staff(writer)).map(member => member.id).filter(id => !settled.has(id))
  if (persons.length === 0) return new Already(0)
  const entryId = newEntryId(writer)
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'policy.owed',
        about: [{ kind: 'policy', id: policy }],
        cites: ['EXP-AUP'],
        content: { persons },
      },
      { id: entryId, value: persons.length },
    ),
    openDuties(writer, 'sign-policy', persons, { kind: 'policy', id: policy }, entryId),
  ])
  return done
}
