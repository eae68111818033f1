import { closeDuties } from '../duties/index.ts'
import { type PersonActor, type Recorded, record, type Writer } from '../records/index.ts'

/** An administrator says that what was wrong with the texts is put right: nobody owes a look at it any more, until it is again. */
export async function putRight(writer: Writer<PersonActor>): Promise<Recorded<undefined>> {
  const { agencyId } = writer.actor
  const done = await record(writer, {
    event: 'texts.put-right',
    about: [{ kind: 'agency', id: agencyId }],
    cites: [],
    content: { at: writer.now.toISOString() },
  })
  await closeDuties(writer, { kind: 'texts-refused', aboutId: agencyId }, done.entryId)
  return done
}
