import { inBatches } from '../../kit/in-batches.ts'
import { Refused, refuse } from '../../kit/proof.ts'
import { type Actor, type AgencyId, type Ground, type Settled, system, write } from '../../records/index.ts'
import type { Report } from '../heard.ts'
import { reportConcern, reportConcerns } from '../report.ts'
import type { Telling } from '../where.ts'

/** What became of a report. */
export type Taken = Settled<Awaited<ReturnType<typeof reportConcern>>>
export type Take = (telling: Pick<Telling, 'actor' | 'agencyId'>, report: Report) => Promise<Taken>

/** Two at once: one is sealed while the other is stored. */
const batches = { atOnce: 2, most: 12 }
/** By themselves, so few that pages have connections left. */
const alone = { atOnce: 6, most: 1 }

/** Told of what went wrong behind what was answered all the same, and about what. */
export type Fault = (error: unknown, about: string) => void

interface ByItself {
  readonly actor: Actor
  readonly report: Report
}

/**
 * Takes what is told. What people tell in no name of theirs is stored together where they come while others are being stored: in one
 * transaction, acknowledged once it has committed. What was sent before is taken by itself, and so is each of them where the one
 * transaction fails, for whatever reason: what one sent keeps nobody else’s words from being stored.
 */
export function taking(ground: Ground, fault: Fault): Take {
  const takeAlone = inBatches(alone, (all: readonly ByItself[]) =>
    Promise.all(
      all.map(({ actor, report }): Promise<Taken> => write(ground, actor, w => reportConcern(w, report))),
    ),
  )
  const byAgency = new Map<AgencyId, (report: Report) => Promise<Taken>>()
  const takerOf = (agencyId: AgencyId) => {
    const actor = system(agencyId)
    const take = inBatches(batches, async (reports: readonly Report[]) => {
      const [first, ...others] = reports
      if (first && others.length === 0) return [await takeAlone({ actor, report: first })]
      const came = await takeAll(ground, agencyId, reports).catch((error: unknown) => {
        fault(error, 'what was told at the same moment')
        return undefined
      })
      return reports.map((report, at) => came?.[at] ?? takeAlone({ actor, report }))
    })
    byAgency.set(agencyId, take)
    return take
  }
  return ({ actor, agencyId }, report) =>
    report.by && actor ? takeAlone({ actor, report }) : (byAgency.get(agencyId) ?? takerOf(agencyId))(report)
}

/** What became of each, in their order; undefined for one that is to be taken by itself, and for all where another change came first. */
async function takeAll(
  ground: Ground,
  agencyId: AgencyId,
  reports: readonly Report[],
): Promise<readonly (Taken | undefined)[] | undefined> {
  const done = await write(ground, system(agencyId), async writer => {
    if (writer.again) return refuse('overtaken')
    const came = await reportConcerns(writer, reports)
    const [stored] = came.flatMap(one => (one && !(one instanceof Refused) ? [one] : []))
    const each = came.map((one): Taken | undefined => (one && !(one instanceof Refused) ? one.value : one))
    return stored ? stored.with(each) : refuse('none-stored', each)
  })
  return done instanceof Refused ? done.facts : done
}
