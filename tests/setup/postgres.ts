import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from '../../src/kit/postgres/index.ts'

/**
 * A real PostgreSQL with a cluster that is thrown away when it stops. It does not wait for the disk: durability is what
 * the kill drill tests, on a server that does. The owner's and the application's password is `tests`.
 */
export async function startPostgres(): Promise<Embedded> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-tests-'))
  const server = await startEmbedded({
    folder,
    ownerPassword: 'tests',
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'],
  })
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
    if (server.elsewhere) await rm(join(server.elsewhere, '..'), { recursive: true, force: true })
  }
  return { ...server, stop }
}
