import type { PersonActor, Reader, Writer } from '../records/index.ts'
import type { Allowed, Speaker } from '../screening/index.ts'

/** A message that was sent, for trying a change of the screening on. */
export interface PastMessage {
  readonly id: string
  readonly speaker: Speaker
  readonly text: string
  /** What the same person said just before, oldest first. */
  readonly before: readonly string[]
}

/** The same, for somebody to read. */
export interface ReadMessage {
  readonly id: string
  readonly wrote: string
  readonly at: Date
  readonly text: string
}

/** Where messages come from: passed in by app.ts, because this room knows no conversation. */
export interface Past {
  /** The newest that were sent, at most so many. Nobody is shown them. */
  readonly last: (reader: Reader, most: number) => Promise<readonly PastMessage[]>
  /** Those with these ids, for somebody who may read every conversation: the reading is an entry. Undefined for anybody else. */
  readonly read: (
    writer: Writer<PersonActor>,
    ids: readonly string[],
  ) => Promise<readonly ReadMessage[] | undefined>
  /** Whether somebody may read every conversation. */
  readonly mayRead: (reader: Reader<PersonActor>) => Promise<boolean>
  /** What the organisation itself may give. */
  readonly allowed: (reader: Reader) => Promise<Allowed>
}
