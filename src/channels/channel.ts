import type { Task } from '../kit/jobs/index.ts'
import type { Refused } from '../kit/proof.ts'
import type { MessageToDeliver } from '../messages/index.ts'
import type { AgencyId, PersonId, Writer } from '../records/index.ts'
import type { ChannelKind, WhyFailed } from './rules.ts'
import type { ArrivalTable, DeliveryId } from './tables.ts'

/** A message to be handed over, and to whom. Addresses are for the channel alone: no page shows them. */
export interface Outgoing {
  readonly deliveryId: DeliveryId
  readonly agency: { readonly id: AgencyId; readonly name: string; readonly phone: string | null }
  readonly message: MessageToDeliver
  readonly to: {
    readonly id: PersonId
    readonly name: string
    readonly kind: 'child' | 'parent'
    readonly email: string | null
    readonly phone: string | null
  }
  /** The how manieth claim this is, from 1. */
  readonly attempt: number
}

/** A machine's answer to something that came, to where it came from: `to` where it is known whose that is. */
export interface Helping {
  readonly arrival: ArrivalTable
  readonly to:
    | { readonly id: PersonId; readonly email: string | null; readonly phone: string | null }
    | undefined
  readonly words: string
  /** What the organisation is called. */
  readonly place: string
}

/** What came of handing over, or of asking. */
export type Handed =
  /** Taken: from now on it is the other side's. `reference` is what they know it by. */
  | { readonly came: 'taken'; readonly reference?: string }
  /** Said to be with the person. */
  | { readonly came: 'delivered'; readonly reference?: string }
  /** Surely not taken, and may be tried again. */
  | { readonly came: 'not-yet' }
  /** Surely not taken, and never will be. */
  | { readonly came: 'refused'; readonly why: WhyFailed }
  /** It may have been taken: the answer was lost. */
  | { readonly came: 'unsure' }

/**
 * One way out. What is guaranteed: `send` is called once for each claim, and a claim is made from *queued* alone. When the
 * answer is lost (the process ended, the line broke) the claim is settled by `ask`, where the other side can be asked
 * whether it has it; where it cannot, the delivery is *unsure*, the writer is told by a duty, and it goes again only when a
 * person says so. `send` ends by itself within `longestHandOver` (rules.ts).
 */
export interface Channel<Prepared = unknown> {
  readonly kind: ChannelKind
  /** What sending needs of the database, in the transaction of the claim; or why it cannot be sent at all. */
  readonly prepare: (writer: Writer, outgoing: Outgoing) => Promise<Prepared | Refused<'cannot', WhyFailed>>
  readonly send: (outgoing: Outgoing, prepared: Prepared) => Promise<Handed>
  /**
   * How such an answer is handed over; undefined where it cannot be: they asked for no more, or what it came from is not entered
   * for them any more.
   */
  readonly help?: (writer: Writer, helping: Helping) => Promise<(() => Promise<Handed>) | undefined>
  /** Jobs of its own, by their names. */
  readonly jobs?: Readonly<Record<string, Task>>
  /** Whether the other side has it: `not-yet` says that it surely has not. */
  readonly ask?: (outgoing: Outgoing, prepared: Prepared) => Promise<Handed>
}

/** Keeps a channel's own type of what it prepares to itself. */
export const channel = <Prepared>(one: Channel<Prepared>): Channel => one as unknown as Channel

export type Channels = readonly Channel[]
