import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { unprivilegedAccount } from './account.ts'
import { type Embedded, leftRunning, startEmbedded, urlOf, type Wanted } from './embedded.ts'
import { lockFolder } from './lock.ts'
import { findPlace } from './place.ts'

/**
 * A way into the database of a data folder for a program beside the server: the PostgreSQL that runs on it now, left
 * running afterwards; or one started for as long as it takes. Undefined when the folder holds no database.
 */
export async function visitEmbedded(wanted: Wanted): Promise<Embedded | undefined> {
  const place = await findPlace(wanted.folder, await unprivilegedAccount())
  const made = await access(join(place.cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (!made) return undefined
  const running = await leftRunning(place.cluster)
  if (running)
    return {
      ownerUrl: urlOf(running.port, wanted.ownerPassword),
      elsewhere: place.elsewhere ? place.cluster : undefined,
      stop: async () => {},
    }
  const unlock = await lockFolder(wanted.folder)
  try {
    const server = await startEmbedded(wanted)
    return { ...server, stop: () => server.stop().finally(unlock) }
  } catch (error) {
    await unlock()
    throw error
  }
}
