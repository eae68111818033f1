import type { ConversationId } from '../messages/index.ts'
import type { AgencyId, PersonId, Writer } from '../records/index.ts'
import type { ChannelKind, WhyHeld, WhyRefused } from './rules.ts'
import type { Told } from './settle.ts'
import type { ArrivalId, DeliveryId } from './tables.ts'

/** Something that came over a channel. */
export interface Arriving {
  readonly agencyId: AgencyId
  readonly channel: ChannelKind
  /** What it is known by outside: the same thing come twice has the same. At most 300 characters. */
  readonly externalId: string
  readonly from: string
  readonly to: string
  readonly receivedAt: Date
  /** What they say now; and the whole of what came, where that is more. */
  readonly words: string
  readonly whole?: string
  /** Done in the transaction that keeps it, once it is a message or is put down as refused. */
  readonly alongside?: (writer: Writer, id: ArrivalId) => Promise<void>
  readonly conversationId?: ConversationId
  /** Whom it is taken to be from. */
  readonly personId?: PersonId
  /** What the channel makes of it. `from` says that it is surely from `personId`, in `conversationId`. */
  readonly is:
    | { readonly kind: 'from' }
    | { readonly kind: 'held'; readonly reason: WhyHeld }
    | { readonly kind: 'refused'; readonly reason: WhyRefused }
    | { readonly kind: 'auto-reply' }
    | { readonly kind: 'bounce'; readonly delivery?: DeliveryId; readonly told: Told }
}
