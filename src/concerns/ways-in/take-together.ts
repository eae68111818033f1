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
/** Told of what went wrong behind what was answered all the same, and about what. */
export type Fault = (error: unknown, about: string) => void

/**
 * Takes what is told. What people tell in no name of theirs is stored together where they come while others are being stored: in one
 * transaction, acknowledged once it has committed. What was sent before is taken by itself, and so is each of them where the one
 * transaction fails, for whatever reason: what one sent keeps nobody else’s words from being stored.
 */
export function taking(ground: Ground, fault: Fault): Take {
  const byAgency = new Map<AgencyId, (report: Report) => Promise<Taken>>()
  const takerOf = (agencyId: AgencyId) => {
    const take = inBatches(batches, (reports: readonly Report[]) =>
      takeAll({ ground, fault }, agencyId, reports),
    )
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

/** Those that are taken by themselves are not waited for here: how many are under way, whose turn it is says. */
async function takeAll(
  { ground, fault }: { readonly ground: Ground; readonly fault: Fault },
  agencyId: AgencyId,
  reports: readonly Report[],
): Promise<readonly (Taken | Promise<Taken>)[]> {
  const actor = system(agencyId)
  const [first, ...others] = reports
  if (first && others.length === 0) return [await takeAlone(ground, actor, first)]
  const done = await write(ground, actor, async writer => {
    if (writer.again) return refuse('overtaken')
    const came = await reportConcerns(writer, reports)
    const each = came.map(one => (one instanceof Refused || one === 'sent-before' ? one : one.value))
    const [stored] = came.flatMap(one => (one instanceof Refused || one === 'sent-before' ? [] : [one]))
    return stored ? stored.with(each) : refuse('none-stored', each)
  }).catch((error: unknown) => {
    fault(error, 'what was told at the same moment')
    return refuse('failed')
  })
  const came = done instanceof Refused ? done.facts : done
  return reports.map((report, at) => {
    const one = came?.[at]
    return one === undefined || one === 'sent-before' ? takeAlone(ground, actor, report) : one
  })
}
