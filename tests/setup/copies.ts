import pg from 'pg'
import { asApp } from '../../src/database.ts'

export interface TestDatabase {
  readonly name: string
  readonly ownerUrl: string
  readonly appUrl: string
  /** Runs SQL as the database's owner, whom no row-level security holds. */
  readonly asOwner: (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>
  readonly drop: () => Promise<void>
}

let made = 0

/** A new database on this server, a copy of `template`. Nobody may be connected to the template meanwhile. */
export async function copyDatabase(
  serverUrl: string,
  template: string,
  appPassword: string,
): Promise<TestDatabase> {
  const name = `t_${process.pid}_${Date.now().toString(36)}_${made++}`
  const run = async (sql: string) => {
    const admin = new pg.Client({ connectionString: serverUrl })
    await admin.connect()
    await admin.query(sql).finally(() => admin.end())
  }
  await run(`create database ${name} template ${template}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    name,
    ownerUrl: url.href,
    appUrl: asApp(url.href, appPassword),
    async asOwner(text, values = []) {
      const client = new pg.Client({ connectionString: url.href })
      await client.connect()
      return client.query(text, [...values]).finally(() => client.end())
    },
    drop: () => run(`drop database ${name} with (force)`),
  }
}
