import type { PersonActor, Reader } from '../records/index.ts'
import type { ThreadAside } from '../ui/index.ts'
import type { MessageId, MessageRow } from './queries.ts'

/** What is said beside a message of how it came or went. */
export type Aside = ThreadAside
export type Asides = ReadonlyMap<MessageId, readonly Aside[]>

/**
 * What capabilities above this room say beside messages, for staff who read them. Those import this room, so it cannot
 * import them: the app gives the answers (src/app.ts).
 */
export type Beside = (reader: Reader<PersonActor>, messages: readonly MessageId[]) => Promise<Asides>

const nothing: Asides = new Map()

/** The same for messages that are about to be shown; a family sees none of it. */
export const besideAll = (
  reader: Reader<PersonActor>,
  beside: Beside,
  messages: readonly MessageRow[],
): Promise<Asides> =>
  messages.length === 0 || reader.actor.kind !== 'staff'
    ? Promise.resolve(nothing)
    : beside(
        reader,
        messages.map(({ id }) => id),
      )

/** Several capabilities beside the same messages, asked at the same time and said one after the other. */
export const together =
  (...all: readonly Beside[]): Beside =>
  async (reader, messages) => {
    const said = new Map<MessageId, readonly Aside[]>()
    const each = await Promise.all(all.map(beside => beside(reader, messages)))
    for (const one of each) for (const [id, asides] of one) said.set(id, [...(said.get(id) ?? []), ...asides])
    return said
  }
