/** Who is told at a step: the one who owes it, their manager, or every senior manager. */
export type Told = 'person' | 'manager' | 'senior-manager'

/** One step of following up: milliseconds after the due time (before it when negative), and who is told then. */
export interface Step {
  readonly after: number
  readonly tell: Told
}

/** To whom what a leaver owes passes: to anybody, or to somebody who may answer for others, because only they may open it. */
export type Passing = 'passes' | 'passes-to-manager'

/** One kind of thing that is owed. */
export interface DutyRule {
  /** What the person reads in their list. */
  readonly title: string
  /** Milliseconds from opening until it is due. */
  readonly within: number
  /** How it is followed up, in order of time. */
  readonly steps: readonly Step[]
  /** Where it is done; `id` is what the duty is about. */
  readonly href: (id: string) => string
  /** Its letters leave at once, before those of the many that wait their turn: src/follow-up/follow-up.ts. */
  readonly atOnce?: true
  /** When the person leaves: passes to another, or ends, because it was theirs alone or is asked of others too. */
  readonly onLeaving: Passing | 'ends'
}
