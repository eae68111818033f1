import { newId } from '../kit/ids.ts'
import {
  type EntryId,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { Asked } from './asked.ts'
import { ruledFor } from './ruled.ts'

/**
 * Keeps what a person asked, what they answered and how it stands, as an entry of their own. The ruling is made again
 * here, so that nothing is kept which the rules do not say. Gives the entry's id, for its receipt.
 */
export async function keepAnswer(writer: Writer<PersonActor>, asked: Asked): Promise<Recorded<EntryId>> {
  const { act, answers } = asked
  const { ruling, own } = await ruledFor(writer, asked)
  const { standing, because, needs, owed } = ruling
  const id = newEntryId(writer)
  return record(
    writer,
    {
      event: 'answer.kept',
      about: [
        { kind: 'answer', id: newId(writer.now.getTime()) },
        { kind: 'person', id: writer.actor.personId },
      ],
      cites: because,
      content: {
        act,
        answers: Object.fromEntries(answers),
        standing,
        needs: [...needs],
        owed: [...owed],
        ...(own.length > 0 ? { ownRules: own.map(({ id, says }) => ({ id, says })) } : {}),
      },
    },
    { id, value: id },
  )
}
