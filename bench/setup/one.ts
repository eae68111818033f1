import type { Report } from './figure.ts'

// Asked to stop, it ends at once; what was started ends with it (see lanyard.ts).
process.on('SIGTERM', () => process.exit(1))

const { measure } = (await import(`../${process.argv[2]}.ts`)) as { measure: () => Promise<Report> }
const report = await measure()
process.send?.(report, () => process.exit(0))
