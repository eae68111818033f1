// npm run drill [NAME]: runs the fault drills in tests/drills on what npm start runs, and says what was lost or missed.
import { runOnBuilt } from './run.mjs'

runOnBuilt('tests/drills/main.ts')
