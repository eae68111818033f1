import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Topics that change, told between processes by PostgreSQL and within one directly. */
export interface Live {
  /** Tells everybody who watches `topic`. A hint to look, not a message. */
  readonly announce: (topic: string) => void
  /** Calls `look` whenever `topic` may have changed. Returns how to stop. */
  readonly watch: (topic: string, look: () => void) => () => void
  readonly close: () => Promise<void>
}

/** Where topics are told, parted by spaces: for what can only tell by SQL. */
export const channel = 'lanyard_live'
const gatherFor = 15
const retryAfter = 1_000

/**
 * Whoever watches in this process is told at once. For the others, announcements are gathered for a few milliseconds and sent
 * by one NOTIFY outside any transaction, because a NOTIFY inside each would make all commits wait for one another. What is lost (a process ends in those milliseconds, the
 * connection breaks) is made good by watchers that also look now and then by themselves.
 */
export async function openLive(url: string): Promise<Live> {
  const watchers = new Map<string, Set<() => void>>()
  const waiting = new Set<string>()
  // Says whose an announcement is: one's own has been told already when it comes back.
  const self = `@${randomUUID()}`
  let client: pg.Client | undefined
  let closed = false

  const tell = (topic: string) => {
    for (const look of watchers.get(topic) ?? []) look()
  }
  const connect = async (): Promise<void> => {
    if (closed) return
    const next = new pg.Client({ connectionString: url, application_name: 'lanyard live' })
    next.on('notification', ({ payload }) => {
      const topics = (payload ?? '').split(' ')
      if (topics[0] !== self) for (const topic of topics) tell(topic)
    })
    next.on('error', () => next.end().catch(() => {}))
    next.on('end', () => {
      client = undefined
      if (!closed) setTimeout(() => connect().catch(() => {}), retryAfter).unref()
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
    // Whatever changed while nobody listened.
    for (const topic of watchers.keys()) tell(topic)
  }
  const send = () => {
    const topics = [...waiting]
    waiting.clear()
    // A NOTIFY holds 8,000 bytes; a topic is under 60.
    for (let at = 0; at < topics.length; at += 100) {
      const payload = [self, ...topics.slice(at, at + 100)].join(' ')
      client?.query('select pg_notify($1, $2)', [channel, payload]).catch(() => {})
    }
  }

  await connect()
  return {
    announce(topic) {
      if (waiting.size === 0) setTimeout(send, gatherFor)
      // One that waits to be sent has been told here when it came, and may have changed again since.
      waiting.add(topic)
      tell(topic)
    },
    watch(topic, look) {
      const looks = watchers.get(topic) ?? new Set()
      watchers.set(topic, looks.add(look))
      return () => {
        looks.delete(look)
        if (looks.size === 0 && watchers.get(topic) === looks) watchers.delete(topic)
      }
    },
    async close() {
      closed = true
      await client?.end()
    },
  }
}
