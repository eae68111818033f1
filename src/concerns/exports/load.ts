import { selectEverybody } from '../../exports/index.ts'
import { agency } from '../../people/index.ts'
import { entriesAbout, inVault, type PersonActor, type Writer } from '../../records/index.ts'
import { type Unlocked, unlockedFor } from '../../sealing/index.ts'
import type { ExportHere } from './access.ts'
import { type Everybody, type Named, namedIn, typedNames } from './named.ts'
import { type Gathered, gather } from './told.ts'

/** Everything that an export is made of. */
export interface Looked {
  readonly gathered: Gathered
  readonly named: readonly Named[]
  readonly everybody: Everybody
  readonly entries: Awaited<ReturnType<typeof entriesAbout>>
  readonly reason: string
  readonly organisation: string
}

const textOf = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '')

/** What was sealed to whoever asked, as text; empty where their key opens it no more. */
const opened = async (unlocked: Unlocked, sealed: Uint8Array): Promise<string> =>
  textOf(await unlocked.open(sealed))

/** Looks through the concerns of an export, and through every entry about them. `locked`: the key is to be unlocked first. */
export async function lookThrough(
  writer: Writer<PersonActor>,
  { row }: ExportHere,
): Promise<Looked | 'locked' | undefined> {
  const unlocked = await unlockedFor(writer)
  if (!unlocked) return 'locked'
  const gathered = await gather(writer, row.concerns)
  if (gathered === 'locked' || gathered === undefined) return gathered
  const here = await selectEverybody(writer.db, writer.actor.agencyId)
  const { name } = await agency(writer)
  const entries = await inVault(writer, ({ db, actor }) => entriesAbout(db, actor.agencyId, row.concerns))
  return {
    gathered,
    named: namedIn(gathered, { child: row.child_id, everybody: here }),
    everybody: [...here, ...typedNames(gathered, here)],
    entries,
    reason: await opened(unlocked, row.reason),
    organisation: name,
  }
}
