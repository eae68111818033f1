// npm run drill [NAME]: runs the fault drills in tests/drills on what npm start runs, and says what was lost or missed.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './prepare.mjs'
import { run } from './run.mjs'

run('tests/drills/main.ts', ['--import', pathToFileURL(join(root, 'tests/setup/built.mjs')).href])
