import type { StatementId, Tightening } from '../guidance/index.ts'

/** The two policies that can be made from clauses. */
export const builtKinds = ['acceptable-use', 'social-media'] as const
export type BuiltKind = (typeof builtKinds)[number]

/** Something the organisation fills in once, for every policy it makes: `{designated-person}` in a text stands for it. */
export interface Blank {
  readonly asks: string
  readonly hint?: string
  /** What a text reads until it is filled in: `the designated person`. */
  readonly instead: string
}

/** A rule that a wording sets for everybody of the organisation, beside the guidance's: it asks for more, never for less. */
export type RuleOfWording = Pick<Tightening, 'act' | 'when' | 'atMost'> &
  Partial<Pick<Tightening, 'needs' | 'owed'>>

/** One way a clause may go, which the organisation chooses. */
export interface Wording {
  /** What the person who chooses reads. */
  readonly label: string
  readonly text: string
  /** How it stands to the guidance. A weaker one changes no ruling: only a senior manager's decision does. */
  readonly standing: 'as-guidance' | 'stricter' | 'weaker'
  readonly rules?: readonly RuleOfWording[]
}

/** A question that is asked before signing: right and wrong answers, each with why. */
export interface Question {
  readonly asks: string
  readonly answers: readonly [Answer, Answer, ...Answer[]]
}
export interface Answer {
  readonly text: string
  readonly right: boolean
  /** Said to whoever chose it. */
  readonly why: string
}

/** One ready-made passage of a policy. */
export interface Clause {
  readonly heading: string
  /** The kinds of policy it belongs in. */
  readonly kinds: readonly [BuiltKind, ...BuiltKind[]]
  /** The statements it carries out. */
  readonly carries: readonly [StatementId, ...StatementId[]]
  /** The passage, in our markup: empty lines between paragraphs, `- ` before a point; `{blank}` for what is filled in. */
  readonly text: string
  /** Other ways it may go, by name. `text` is the way it goes when nobody chose. */
  readonly wordings?: Readonly<Record<string, Wording>>
  readonly question?: Question
}
