import pg from 'pg'
import type { openInserter, Rows } from '../messages/straight.ts'
import type { Ears, Lane } from './paced.ts'

/** How many connections listen: the PostgreSQL of an installation has few to spare. */
const listeners = 5

type Inserter = Awaited<ReturnType<typeof openInserter>>

/** The same rows straight into PostgreSQL, told by NOTIFY to clients that LISTEN to the conversation's own channel. */
export async function openFloor(
  url: string,
  about: {
    readonly conversations: readonly string[]
    readonly inserters: readonly Inserter[]
    readonly rows: Rows
  },
  ears: Ears,
): Promise<{ readonly lanes: readonly Lane[]; readonly close: () => Promise<void> }> {
  const clients = Array.from({ length: listeners }, () => new pg.Client({ connectionString: url }))
  await Promise.all(
    clients.map(async (client, at) => {
      // Whatever ends the bench says so itself.
      client.on('error', () => {})
      await client.connect()
      client.on('notification', ({ payload }) => ears.hear(payload ?? ''))
      for (const [number, id] of about.conversations.entries())
        if (number % listeners === at) await client.query(`listen "${id}"`)
    }),
  )
  const lanes = about.conversations.map((conversation_id, at): Lane => {
    const inserter = about.inserters[at % about.inserters.length] as Inserter
    return { say: body => inserter.atOnce({ ...about.rows, conversation_id, body }, body) }
  })
  return {
    lanes,
    close: async () => void (await Promise.all(clients.map(client => client.end()))),
  }
}
