import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { asApp, bringUpToDate } from '../../src/database.ts'
import { giveLogins } from '../../src/demo/ensure.ts'
import { loadDemo } from '../../src/demo/index.ts'
import { startPostgres } from './postgres.ts'
import { testSecrets } from './secrets.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** As the owner, to the server's own database `postgres`. */
    serverUrl: string
  }
}

/** One real PostgreSQL for all tests, with a template database that has every migration and the demo cast in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  try {
    await makeTemplate(server.ownerUrl)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('serverUrl', server.ownerUrl)
  return server.stop
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
