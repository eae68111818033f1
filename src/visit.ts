import { access } from 'node:fs/promises'
import type { Config } from './config.ts'
import { checkDatabase, visitEmbedded } from './kit/postgres/index.ts'
import { loadSecrets, type Secrets } from './kit/secrets.ts'
import { Sorry } from './kit/sorry.ts'

/** An installation as a program beside the server meets it: its secrets, and its database as the role that owns it. */
export interface Visited {
  readonly secrets: Secrets
  readonly ownerUrl: string
  /** Leaves the database as it was found: running, or stopped. */
  readonly stop: () => Promise<void>
}

/** Throws Sorry when there is no installation where the settings say. */
export async function visitInstallation(config: Config): Promise<Visited> {
  const secrets = await secretsIn(config.secretFile)
  const database = config.databaseUrl ? await elsewhere(config.databaseUrl) : await inFolder(config, secrets)
  return { secrets, ...database }
}

/** The secrets as they are. Making new ones, as a start does, would be to answer from keys nobody signed with. */
async function secretsIn(file: string): Promise<Secrets> {
  await access(file).catch(() => {
    throw new Sorry(`There are no secrets in ${file}. Name the data folder, or set LANYARD_SECRET_FILE.`)
  })
  return loadSecrets(file)
}

async function elsewhere(ownerUrl: string): Promise<Omit<Visited, 'secrets'>> {
  await checkDatabase(ownerUrl)
  return { ownerUrl, stop: async () => {} }
}

async function inFolder({ data }: Config, secrets: Secrets): Promise<Omit<Visited, 'secrets'>> {
  const server = await visitEmbedded({ folder: data, ownerPassword: secrets.databaseOwner })
  if (!server) throw new Sorry(`There is no database in ${data}. Name the data folder, or set DATABASE_URL.`)
  const url = new URL(server.ownerUrl)
  url.pathname = '/lanyard'
  return { ownerUrl: url.href, stop: server.stop }
}
