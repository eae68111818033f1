import { newId } from '../../kit/ids.ts'
import { withinLimit } from '../../kit/limits.ts'
import { contentOf, type Ground, inVault, newEntryId, record, system, write } from '../../records/index.ts'
import { dangerEvidence } from '../evidence.ts'
import { insertDangerShown } from '../queries.ts'
import type { DangerShownTable } from '../tables.ts'
import { tellingOf } from '../where.ts'

type Whom = DangerShownTable['to_whom']
interface Showing {
  readonly slug: string
  readonly whom: Whom
}

/** Each by itself: so many an hour in one organisation, and from one part of the network, and so many being kept at a moment. */
const oneByOne = { most: 2000, seconds: 3600 }
const fromOnePlace = 60
const atOnce = 20
/** Of so many parts of the network at most it is counted. */
const mostPlaces = 20_000
const minute = 60_000

/**
 * Keeps that 999 was shown, and when; of whom, is not kept. Each by itself, on the record; where it is shown oftener than anybody reads
 * it, or cannot be kept just now, how often in that minute. Nothing waits for it but who wishes to: what it gives ends when it is kept or
 * counted. What is counted and not yet written goes with a process that is killed: a minute’s at most, while the database is there.
 */
export function keepingShown(ground: Ground, fault: (error: unknown) => void) {
  const counts = new Map<string, Showing & { times: number; readonly since: number }>()
  const places = { hour: 0, by: new Map<string, number>() }
  let keeping = 0
  let timer: NodeJS.Timeout | undefined

  const isOften = (place: string, now: Date): boolean => {
    const hour = Math.floor(now.getTime() / oneByOne.seconds / 1000)
    if (hour !== places.hour || places.by.size >= mostPlaces) places.by.clear()
    places.hour = hour
    const count = 1 + (places.by.get(place) ?? 0)
    places.by.set(place, count)
    return count > fromOnePlace
  }

  const count = ({ slug, whom }: Showing, times = 1) => {
    const key = `${slug} ${whom}`
    const before = counts.get(key)
    if (before) before.times += times
    else counts.set(key, { slug, whom, times, since: ground.clock().getTime() })
    timer ??= setTimeout(writeCounts, minute).unref()
  }

  /** Writes what was counted in minutes that are over. */
  const writeCounts = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const over = [...counts].filter(([, { since }]) => since + minute <= ground.clock().getTime())
    for (const [key] of over) counts.delete(key)
    for (const [, one] of over) await keep(ground, one).catch(error => failed(error, one))
    if (counts.size > 0) timer ??= setTimeout(writeCounts, minute).unref()
  }
  const failed = (error: unknown, showing: Showing & { readonly times: number }) => {
    fault(error)
    count(showing, showing.times)
  }

  return async (showing: Showing, from: string): Promise<void> => {
    const now = ground.clock()
    if ([...counts.values()].some(({ since }) => since + minute <= now.getTime())) await writeCounts()
    if (keeping >= atOnce || isOften(from, now)) return count(showing)
    keeping++
    try {
      const one = await withinLimit(ground.pool, `danger:${showing.slug}`, oneByOne, now)
      if (one) await keep(ground, { ...showing, times: 1 })
      else count(showing)
    } catch (error) {
      failed(error, { ...showing, times: 1 })
    } finally {
      keeping--
    }
  }
}

async function keep(
  ground: Ground,
  { slug, whom, times }: Showing & { readonly times: number },
): Promise<void> {
  const telling = await tellingOf(ground, slug, undefined)
  if (!telling) return
  await write(ground, system(telling.agencyId), writer =>
    inVault(writer, async inside => {
      const { db, actor, now } = inside
      const row: DangerShownTable = {
        agency_id: actor.agencyId,
        id: newId(now.getTime()),
        shown_at: now,
        to_whom: whom,
        times,
        entry_id: newEntryId(inside),
      }
      await insertDangerShown(db, row)
      return record(
        inside,
        {
          event: 'danger.shown',
          about: [{ kind: 'danger-shown', id: row.id }],
          cites: ['REP-1'],
          content: contentOf(dangerEvidence, row),
        },
        { id: row.entry_id },
      )
    }),
  )
}
