import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import { hasRole } from '../../people/index.ts'
import { inVault, type PersonActor, type Reader } from '../../records/index.ts'
import { unlockedFor } from '../../sealing/index.ts'
import { mayRead } from '../routes.ts'
import { type ArrivedRow, selectContent, selectFile, selectFiles } from './queries.ts'
import type { TransferId } from './tables.ts'

/** A file that came from elsewhere, for those it was sealed to. */
export async function fileHere(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'answer-file', ArrivedRow> | undefined> {
  const id = idFrom<'concern-transfer'>(text)
  if (!id || !(await hasRole(reader, ...mayRead))) return undefined
  const row = await inVault(reader, ({ db, actor }) => selectFile(db, actor.agencyId, id as TransferId))
  return row?.readers.includes(reader.actor.personId) ? permit('answer-file', row) : undefined
}

export async function filesHere(reader: Reader<PersonActor>): Promise<readonly ArrivedRow[]> {
  if (!(await hasRole(reader, ...mayRead))) return []
  return inVault(reader, ({ db, actor }) => selectFiles(db, actor.agencyId))
}

/** What is in one that was accepted, with the acting person’s own key. */
export async function contentOfFile(
  reader: Reader<PersonActor>,
  file: Permitted<'answer-file', ArrivedRow>,
): Promise<Permitted<'read-file', { readonly text: string }> | 'locked' | undefined> {
  if (file.answer !== 'accepted') return undefined
  const unlocked = await unlockedFor(reader)
  if (!unlocked) return 'locked'
  const sealed = await inVault(reader, ({ db, actor }) => selectContent(db, actor.agencyId, file.id))
  const bytes = sealed && (await unlocked.open(sealed))
  return bytes && permit('read-file', { text: new TextDecoder().decode(bytes) })
}
