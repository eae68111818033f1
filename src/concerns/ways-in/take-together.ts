import { inBatches } from '../../kit/in-batches.ts'
import { Refused, refuse } from '../../kit/proof.ts'
import { type Actor, type AgencyId, type Ground, type Settled, system, write } from '../../records/index.ts'
import { type Report, reportConcern, reportConcerns } from '../report.ts'
import type { Telling } from '../where.ts'

/** What became of a report. */
export type Taken = Settled<Awaited<ReturnType<typeof reportConcern>>>
export type Take = (telling: Pick<Telling, 'actor' | 'agencyId'>, report: Report) => Promise<Taken>

/** Two at once: one is sealed while the other is stored. */
const batches = { atOnce: 2, most: 12 }

/**
 * Takes what is told. What people tell in no name of theirs is stored together where they come while others are being stored: in one
 * transaction, acknowledged once it has committed. Where that fails, for whatever reason, each of them is taken by itself: what one
 * sent, or sent before, keeps nobody else’s words from being stored.
 */
export function taking(ground: Ground): Take {
  const byAgency = new Map<AgencyId, (report: Report) => Promise<Taken>>()
  const takerOf = (agencyId: AgencyId) => {
    const take = inBatches(batches, (reports: readonly Report[]) => takeAll(ground, agencyId, reports))
    byAgency.set(agencyId, take)
    return take
  }
  return ({ actor, agencyId }, report) =>
    report.by && actor
      ? takeAlone(ground, actor, report)
      : (byAgency.get(agencyId) ?? takerOf(agencyId))(report)
}

const takeAlone = (ground: Ground, actor: Actor, report: Report): Promise<Taken> =>
  write(ground, actor, writer => reportConcern(writer, report))

async function takeAll(
  ground: Ground,
  agencyId: AgencyId,
  reports: readonly Report[],
): Promise<readonly (Taken | Promise<Taken>)[]> {
  const actor = system(agencyId)
  const alone = async () => {
    const all = reports.map(one => takeAlone(ground, actor, one))
    await Promise.allSettled(all)
    return all
  }
  if (reports.length === 1) return alone()
  const done = await write(ground, actor, async writer => {
    if (writer.again) return refuse('one-by-one')
    const came = await reportConcerns(writer, reports)
    const [stored] = came.flatMap(one => (one instanceof Refused ? [] : [one]))
    const each = came.map((one): Taken => (one instanceof Refused ? one : one.value))
    return stored ? stored.with(each) : refuse('none', each)
  }).catch(() => refuse('one-by-one'))
  if (!(done instanceof Refused)) return done
  return done.reason === 'none' ? done.facts : alone()
}
