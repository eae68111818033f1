import { appendFile, copyFile, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectCopy } from './account.ts'
import { begin, freshData, refusal } from './program.ts'

test('a migration that was edited or removed after it ran is named, and the database stays as it was', async () => {
  const data = await freshData()
  const project = await projectCopy()
  const start = { data, project, command: [process.execPath, join(project, 'bin/start.mjs')] }
  const first = await begin(start)
  await first.ready()
  expect(await first.stop()).toEqual([])

  const folder = join(project, 'db/migrations')
  const names = (await readdir(folder)).sort()
  const [edited, last] = [names[1] ?? '', names.at(-1) ?? '']
  await appendFile(join(folder, edited), '\n-- one more remark\n')
  expect(await refusal(start)).toBe(
    `The migration ${edited} was edited after it ran. Put it back as it was, and make the change in a new migration.`,
  )
  await rename(join(folder, last), join(project, last))
  await copyFile(join('db/migrations', edited), join(folder, edited))
  expect(await refusal(start)).toBe(
    `The migration ${last} has run on this database, but this Lanyard does not have it. Use the Lanyard that made it, or a newer one.`,
  )
  await rename(join(project, last), join(folder, last))
  const again = await begin(start)
  await again.ready()
  expect(await again.stop()).toEqual([])
})
