import { scan } from '../../kit/clamd.ts'
import { Already } from '../../kit/proof.ts'
import { unseal } from '../../kit/seal.ts'
import { type Ground, read, system, vaultsHere, write } from '../../records/index.ts'
import { openWith, sealFor } from '../../sealing/index.ts'
import { selectConcern } from '../queries.ts'
import type { Checking } from './checking.ts'
import { purpose, storeDocument, tellOfVirus } from './keep.ts'
import { deleteWaiting, sealedOf, selectWaiting } from './queries.ts'
import type { WaitingTable } from './tables.ts'

/** Each minute: what waits to be checked for viruses is, once ClamAV answers again. */
export const documentJobs = (ground: Ground, checking: Checking) => ({
  'check-documents': async () => {
    const { clamav } = checking
    if (clamav === undefined) return
    for (const { id } of await vaultsHere(ground.pool)) {
      const waiting = await read(ground, system(id), ({ db }) => selectWaiting(db, id))
      for (const one of waiting) if (!(await checkOne(ground, one, { ...checking, clamav }))) return
    }
  },
})

/**
 * Checks one. Clean, it is sealed to whoever reads its concern, and to nobody else any more; with a virus in it, nothing of it
 * stays. False where ClamAV is still away.
 */
async function checkOne(
  ground: Ground,
  row: WaitingTable,
  { clamav, secret }: { readonly clamav: string; readonly secret: string },
): Promise<boolean> {
  const vault = row.agency_id
  const { sealed, concern } = await read(ground, system(vault), async ({ db }) => ({
    sealed: await sealedOf(db, vault, row.id),
    concern: await selectConcern(db, vault, row.concern_id),
  }))
  const own = unseal(secret, purpose, row.id, row.key)
  const bytes = own && (await openWith(own, sealed))
  // With other secrets than it came in with it does not open: it goes on waiting, and its page says since when.
  if (!bytes || !concern) return true
  const found = await scan(clamav, bytes)
  if (found === 'not-checked') return false
  const anew = found === 'clean' ? await sealFor([concern.recipient], bytes) : undefined
  await write(ground, system(vault), async writer => {
    if (!(await deleteWaiting(writer.db, vault, row.id))) return new Already(undefined)
    if (!anew) return tellOfVirus(writer, concern)
    const { key: _, ...of } = row
    return storeDocument(writer, concern, { ...of, checked: 'clean' }, anew)
  })
  return true
}
