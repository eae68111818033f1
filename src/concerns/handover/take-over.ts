import { type Refused, refuse } from '../../kit/proof.ts'
import {
  inVault,
  newEntryId,
  type PersonActor,
  type Reader,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { recipientsOf, type Unlocked } from '../../sealing/index.ts'
import { isTooNear, mostAtOnce } from './hand-over.ts'
import { letFollow } from './let-follow.ts'
import { selectToTakeOver, type ToFollow } from './queries.ts'

/** What a key that two keyholders gave the acting person opens, and is theirs to read: nothing in which they stand too near. */
export const toTakeOver = (reader: Reader<PersonActor>): Promise<readonly ToFollow[]> =>
  inVault(reader, async ({ db, actor }) =>
    (await selectToTakeOver(db)).filter(one => !isTooNear(one, actor.roles)),
  )

/** Comes to read it: each is sealed to their own key, and the record says so. Says how many. */
export async function takeOver(
  writer: Writer<PersonActor>,
  unlocked: Unlocked,
): Promise<Recorded<number> | Refused<'nothing'>> {
  const me = writer.actor.personId
  const recipient = (await recipientsOf(writer, [me])).get(me)
  const all = (await toTakeOver(writer)).slice(0, mostAtOnce)
  if (!recipient || all.length === 0) return refuse('nothing')
  return inVault(writer, async inside => {
    const entry = newEntryId(inside)
    const opened: ToFollow['id'][] = []
    const about = { to: me, recipient, unlocked, entry, why: 'recovered' } as const
    for (const one of all) if (await letFollow(inside, { one, ...about })) opened.push(one.id)
    return record(
      inside,
      {
        event: 'concerns.taken-over',
        about: [{ kind: 'person', id: me }],
        cites: ['REP-4'],
        content: { concerns: opened },
      },
      { id: entry, value: opened.length },
    )
  })
}
