import { type CalendarDay, dayAt } from '../guidance/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { type SaidRow, selectAgreed, selectAsk, selectSaid } from './queries.ts'
import { allChannels, type Channel } from './rules.ts'

/** How contact with a child stands over one channel today. */
export interface OverChannel {
  readonly channel: Channel
  readonly agreed: boolean
  /** The newest word of each person who has said something that stands. */
  readonly said: readonly SaidRow[]
  /** The day on which it ends, when it is agreed to. */
  readonly until: CalendarDay | undefined
  /** Asked for after anybody of the family last said something of it. */
  readonly asked: boolean
}

/** The newest word of each person whose word counts: what they said before it stands no longer. */
export function newestOf(said: readonly SaidRow[], channel: Channel): readonly SaidRow[] {
  const seen = new Set<PersonId>()
  return said.filter(one => {
    if (one.channel !== channel || seen.has(one.given_by)) return false
    seen.add(one.given_by)
    return one.answer !== 'none' && one.counts
  })
}

/** How contact with a child stands today, channel by channel; everything that was said of it; and what was asked last. */
export async function standingOf(reader: Reader, childId: PersonId) {
  const { db, actor, now } = reader
  const [said, agreed, ask] = await Promise.all([
    selectSaid(db, actor.agencyId, childId),
    selectAgreed(db, { agencyId: actor.agencyId, childId, day: dayAt(now) }),
    selectAsk(db, actor.agencyId, childId),
  ])
  const over = allChannels.map((channel): OverChannel => {
    const newest = newestOf(said, channel)
    const days = newest.flatMap(({ last_day }) => last_day ?? [])
    return {
      channel,
      agreed: agreed.includes(channel),
      said: newest,
      until: agreed.includes(channel) ? days.toSorted().at(-1) : undefined,
      asked:
        ask?.channels.includes(channel) === true &&
        !said.some(one => one.channel === channel && one.at > ask.asked_at),
    }
  })
  return { over, said, ask }
}
export type Standing = Awaited<ReturnType<typeof standingOf>>
