/** Who is told at a step: the one who owes it, their manager, or every senior manager. */
export type Told = 'person' | 'manager' | 'senior-manager'

/** One step of following up: milliseconds after the due time (before it when negative), and who is told then. */
export interface Step {
  readonly after: number
  readonly tell: Told
}

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
  /**
   * When the person leaves: passes to whoever is chosen; is asked anew of whom it would be asked today, because it opens to
   * nobody else; or ends, because it was theirs alone or somebody else is asked anyhow.
   */
  readonly onLeaving: 'passes' | 'asked-anew' | 'ends'
}
