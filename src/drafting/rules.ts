import { mayWrite } from '../policies/index.ts'
import type { Role } from '../records/index.ts'

/** Who may approve what they wrote none of. */
export const mayApprove: readonly Role[] = mayWrite

/** Where a draft stands. */
export type DraftState = 'writing' | 'asked' | 'approved' | 'published' | 'dropped'

/** Everything that can be done about a draft besides writing: from which states, and where it stands after. */
export const steps = {
  asked: { from: ['writing'], to: 'asked', words: 'asked for approval' },
  'sent-back': { from: ['asked'], to: 'writing', words: 'sent it back' },
  withdrawn: { from: ['asked', 'approved'], to: 'writing', words: 'took it back' },
  approved: { from: ['asked'], to: 'approved', words: 'approved it' },
  published: { from: ['approved'], to: 'published', words: 'Published' },
  dropped: { from: ['writing', 'asked'], to: 'dropped', words: 'dropped it' },
} as const satisfies Record<
  string,
  { readonly from: readonly DraftState[]; readonly to: DraftState; readonly words: string }
>
export type Step = keyof typeof steps

/** Where a draft stands whose newest step is this; without any, it is being written. */
export const stateAfter = (newest: Step | undefined): DraftState => (newest ? steps[newest].to : 'writing')

export const allows = (state: DraftState, step: Step): boolean =>
  steps[step].from.some(from => from === state)

/** Whether a draft still may become a version. */
export const isOpen = (state: DraftState): boolean => state !== 'published' && state !== 'dropped'

export const stateWords = {
  writing: { words: 'Being written', colour: 'blue' },
  asked: { words: 'Waiting for approval', colour: 'orange' },
  approved: { words: 'Approved, waits for its day', colour: 'green' },
  published: { words: 'Published', colour: 'green' },
  dropped: { words: 'Dropped', colour: 'grey' },
} as const satisfies Record<DraftState, { readonly words: string; readonly colour: string }>

/** The most characters that a policy may have, and one part of it. */
export const longestText = 200_000
/** The most parts that a policy may have. */
export const mostParts = 400
