import { inFull } from '../kit/clock.ts'
import { person } from '../people/index.ts'
import { happenings, type Reader } from '../records/index.ts'
import { List, Paragraph } from '../ui/index.ts'
import type { ConversationId } from './tables.ts'

const shown = 10

/** Who read a conversation that they are not in, and when: the newest ten readings, by the record. */
export async function readingsOf(reader: Reader, id: ConversationId): Promise<readonly string[]> {
  const found = await happenings(reader, { aboutId: id, event: 'conversation.read', limit: shown })
  return Promise.all(
    found.map(async ({ at, personId }) => {
      const who = personId && (await person(reader, personId))
      return `${who ? who.name : 'Somebody'}, ${inFull(at)}`
    }),
  )
}

export const Readings = ({ readings }: { readonly readings: readonly string[] }) =>
  readings.length === 0 ? (
    <Paragraph>Nobody who is not in it has read it yet.</Paragraph>
  ) : (
    <>
      <Paragraph>
        {readings.length < shown
          ? 'Read by somebody who is not in it:'
          : 'Read last by somebody who is not in it:'}
      </Paragraph>
      <List items={[...readings]} />
    </>
  )
