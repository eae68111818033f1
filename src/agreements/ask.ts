import { closeDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import { notifyFamily } from '../people/index.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { AboutChild } from './access.ts'
import { askEvidence } from './evidence.ts'
import { insertAsk } from './queries.ts'
import type { Channel } from './rules.ts'
import type { AskTable } from './tables.ts'

/** Whom one asks about contact with a child: the child who may say yes for themselves, or their parents and carers. */
export const askedOf = ({ child, parents, ownYes }: AboutChild): readonly { id: PersonId; name: string }[] =>
  ownYes ? [child] : parents

/** Asks for agreement over some channels. Each of those who may give it is sent a link; they answer on a page of theirs. */
export async function ask(
  writer: Writer<PersonActor>,
  about: Permitted<'agree-for', AboutChild>,
  channels: readonly Channel[],
): Promise<Recorded<PersonId> | Refused<'nobody'>> {
  const { db, actor, now } = writer
  const whom = askedOf(about)
  if (whom.length === 0) return refuse('nobody')
  const row: AskTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    child_id: about.child.id,
    channels: [...channels],
    asked_by: actor.personId,
    asked_at: now,
    entry_id: newEntryId(writer),
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'agreement.asked',
        about: [
          { kind: 'agreement-ask', id: row.id },
          { kind: 'person', id: row.child_id },
        ],
        cites: [],
        content: contentOf(askEvidence, row),
      },
      { id: row.entry_id, value: row.child_id },
    ),
    insertAsk(db, row),
  ])
  await closeDuties(writer, { kind: 'renew-agreement', aboutId: row.child_id }, row.entry_id)
  for (const { id } of whom) await notifyFamily(writer, id)
  return done
}
