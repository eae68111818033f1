import type { MadeOf } from '../../clauses/index.ts'
import type { CalendarDay } from '../../guidance/index.ts'
import type { PersonId } from '../../records/index.ts'
import type { PolicyTable } from '../queries.ts'
import type { DraftId } from './queries.ts'

/**
 * A text that somebody wrote and somebody else approved. Only as `Permitted<'publish', Approved>` can it be published, and
 * only src/drafting/access.ts makes one of those, from a draft's own approval.
 */
export interface Approved {
  readonly policy: PolicyTable
  readonly draftId: DraftId
  /** Exactly as it was approved. */
  readonly text: string
  readonly madeOf: MadeOf | null
  readonly changeNote: string
  /** Whether everybody must read and sign again before anything else opens. The first version always asks. */
  readonly signAgain: boolean
  readonly writtenBy: PersonId
  readonly approvedBy: PersonId
  readonly approvedAt: Date
  readonly effectiveOn: CalendarDay
  /** By when the policy is reviewed next, where the approver said. */
  readonly reviewOn: CalendarDay | null
}
