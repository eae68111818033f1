import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { asApp, bringUpToDate } from '../../src/database.ts'
import { giveLogins } from '../../src/demo/ensure.ts'
import { loadDemo } from '../../src/demo/index.ts'
import { startEmbedded } from '../../src/kit/postgres/index.ts'

import { testSecrets } from './secrets.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** As the owner, to the server's own database `postgres`. */
    serverUrl: string
  }
}

/**
 * One real PostgreSQL for all tests, with a template database that has every migration and the demo cast in it.
 * It throws its data away, so it does not wait for the disk: durability is what the drills test, on a server that does.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
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
  try {
    await makeTemplate(server.ownerUrl)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('serverUrl', server.ownerUrl)
  return stop
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query('create database lanyard_template')
  await admin.end()
  const template = new URL(serverUrl)
  template.pathname = '/lanyard_template'
  await bringUpToDate(template.href, 'tests')
  await loadDemo(template.href)
  await giveLogins(asApp(template.href, 'tests'), {
    secret: testSecrets.session,
    url: 'http://localhost',
    sessionHours: 12,
  })
}
