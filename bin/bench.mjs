// npm run bench [NAME]: does all the set-up there is, then measures: every file in bench/, or the ones that are named.
import { runOnBuilt } from './run.mjs'

runOnBuilt('bench/setup/run.ts')
