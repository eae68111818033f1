import { appends } from './record/append.ts'
import { entries, proving, sequencing, verifying } from './record/log.ts'
import { withScratch } from './record/scratch.ts'
import type { Figure, Report } from './setup/figure.ts'

/** The record from the first entry to the millionth: written, sequenced, proved, verified. */
export const measure = (): Promise<Report> =>
  withScratch(async scratch => {
    const figures: Figure[] = []
    for (const part of [appends, sequencing, proving, verifying]) figures.push(await part(scratch))
    return {
      figures,
      notes: [
        `one log of ${entries.toLocaleString('en-GB')} entries in a database of its own; most of them are made by PostgreSQL, and verification checks them by the rules that hold for all.`,
      ],
    }
  })
