// npm run schema: writes db/schema.sql, the shape of the database after every migration. Run it with a new migration.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare, root } from './prepare.mjs'

const program = prepare()
if (program === process.execPath) {
  const { writeSchema } = await import(join(root, 'dist/schema.js'))
  await writeSchema(join(root, 'db/schema.sql'))
  console.log('db/schema.sql is written.')
} else {
  process.exit(spawnSync(program, [fileURLToPath(import.meta.url)], { stdio: 'inherit' }).status ?? 1)
}
