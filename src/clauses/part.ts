import type { StatementId } from '../guidance/index.ts'

/** What a named person found when they held a part that was changed, or is the organisation's own, against statements. */
export interface Checked {
  /** The person's id, and their name as it was then. */
  readonly by: string
  readonly name: string
  /** The day, as `2026-03-31`. */
  readonly on: string
  readonly finds: 'covers' | 'weaker' | 'contradicts'
  /** The statements that the finding is about. */
  readonly statements: readonly StatementId[]
  readonly remark: string
}

/** One passage of a policy as it stands, in a draft or in a version. Changed only by `edited`, `reworded` and `withCheck`. */
export interface Part {
  /** Stays the same from draft to draft, so that a part is known again when it has moved. */
  readonly id: string
  /** The clause it was made from, by its id; null for the organisation's own. */
  readonly clause: string | null
  /** The wording that was chosen, by its name; null for the clause's own text. */
  readonly wording: string | null
  readonly heading: string
  /** In our markup, with `{blank}`s. */
  readonly text: string
  /** The organisation has changed the heading or the text since it was taken from the clause. */
  readonly changed: boolean
  /** Emptied by every edit: what was found is true of the words that were read, and of no others. */
  readonly checked: readonly Checked[]
}

/** What a policy is made of: its parts in their order, and what its blanks are filled with, by their ids. */
export interface MadeOf {
  readonly parts: readonly Part[]
  readonly blanks: Readonly<Record<string, string>>
}
