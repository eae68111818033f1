import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { bringUpToDate } from './database.ts'
import { describeSchema } from './kit/migrate/index.ts'
import { startEmbedded } from './kit/postgres/index.ts'

/** Writes the shape that the migrations give a new database to `file`. */
export async function writeSchema(file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-schema-'))
  const server = await startEmbedded({ folder, ownerPassword: 'schema', settings: ['fsync=off'] })
  try {
    await bringUpToDate(server.ownerUrl, 'schema')
    const client = new pg.Client({ connectionString: server.ownerUrl })
    await client.connect()
    await writeFile(file, await describeSchema(client).finally(() => client.end()))
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
    if (server.elsewhere) await rm(dirname(server.elsewhere), { recursive: true, force: true })
  }
}
