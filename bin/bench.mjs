// npm run bench [NAME]: does all the set-up there is, then measures: every file in bench/, or the ones that are named.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare, root } from './prepare.mjs'

const program = prepare()
const built = pathToFileURL(join(root, 'bench/setup/built.mjs')).href
const args = ['--import', built, join(root, 'bench/setup/run.ts'), ...process.argv.slice(2)]
const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
