import { Already, type Permitted, Refused } from '../../kit/proof.ts'
import type { Change, PersonActor, Writer } from '../../records/index.ts'
import { unlockedFor } from '../../sealing/index.ts'
import { concernHere } from '../access.ts'
import { openBecause, openingOf } from '../casework/opening.ts'
import type { ConcernTable } from '../tables.ts'
import type { ExportHere } from './access.ts'

/** Those of an export’s concerns that would ask on opening: whoever looks at the export says why first, as there. */
export async function toSayWhy(
  writer: Writer<PersonActor>,
  { row }: ExportHere,
): Promise<readonly Permitted<'see', ConcernTable>[]> {
  const asking: Permitted<'see', ConcernTable>[] = []
  for (const id of row.concerns) {
    const concern = await concernHere(writer, id)
    if (concern && (await openingOf(writer, concern)) === 'say-why') asking.push(concern)
  }
  return asking
}

/** Whether an export is closed to whoever asked for it until they unlock their key, or say why they open its concerns. */
export async function closedFor(
  writer: Writer<PersonActor>,
  here: ExportHere,
): Promise<'locked' | 'say-why' | undefined> {
  if (!(await unlockedFor(writer))) return 'locked'
  return (await toSayWhy(writer, here)).length > 0 ? 'say-why' : undefined
}

/** Says why, once for all of them: in each concern it stands as if it had been said there. */
export async function openAllBecause(
  writer: Writer<PersonActor>,
  concerns: readonly Permitted<'see', ConcernTable>[],
  about: Parameters<typeof openBecause>[2],
): Promise<Change<unknown, Refused<'say-which'>>> {
  let done: Change<unknown, Refused<'say-which'>> = new Already(undefined)
  for (const concern of concerns) {
    const next = await openBecause(writer, concern, about)
    if (next instanceof Refused) return next
    if (!(next instanceof Already)) done = next
  }
  return done
}
