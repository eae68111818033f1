import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startEmbedded } from '../../src/kit/postgres/index.ts'

// Somebody who wants other people's details to stand where the operator, a backup or a supplier reads them.

test('what a row holds is not written to the log of the built-in PostgreSQL when the row is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-logs-'))
  const server = await startEmbedded({ folder, ownerPassword: 'tests', settings: ['fsync=off'] })
  try {
    const client = new pg.Client({ connectionString: server.ownerUrl })
    await client.connect()
    await client.query('create table person (email text unique, name text check (length(name) < 20))')
    const add = (email: string, name: string) =>
      client.query('insert into person (email, name) values ($1, $2)', [email, name]).catch(() => {})
    // As when two administrators invite the same person at the same moment.
    await add('robin.private@post.example', 'Robin')
    await add('robin.private@post.example', 'Robin')
    await add('other@post.example', 'Robin Secret-Surname the Second')
    await client.end()
  } finally {
    await server.stop()
  }
  const log = await readFile(join(folder, 'postgres.log'), 'utf8')
  await rm(folder, { recursive: true, force: true })
  if (server.elsewhere) await rm(dirname(server.elsewhere), { recursive: true, force: true })
  expect(log).toContain('duplicate key value')
  expect(log).toContain('violates check constraint')
  expect(log).not.toMatch(/robin|surname|post\.example/i)
})
