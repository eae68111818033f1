import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secrets that the template's sign-ins were made with. Worth nothing outside tests. */
export const testSecrets = {
  session: 'tests-session-secret-tests-session-secret',
  master: Buffer.alloc(32, 7).toString('base64'),
}

/** The same as a file in `folder`, for a process that is started on the tests' own PostgreSQL. Gives its path. */
export async function secretFile(folder: string): Promise<string> {
  const file = join(folder, 'secrets.json')
  const all = { ...testSecrets, databaseOwner: 'tests', databaseApp: 'tests' }
  await writeFile(file, JSON.stringify(all), { mode: 0o600 })
  return file
}
