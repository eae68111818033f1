import type { Act, NoteId, Standing, StatementId, TighteningOf, When } from '../guidance/index.ts'

/** The two policies that can be made from clauses. */
export const builtKinds = ['acceptable-use', 'social-media'] as const
export type BuiltKind = (typeof builtKinds)[number]

/** Something the organisation fills in once, for every policy it makes: `{designated-person}` in a text stands for it. */
export interface Blank {
  readonly asks: string
  readonly hint?: string
  /** What a text reads until it is filled in: `the designated person`. */
  readonly instead: string
  /** The statements that ask for just this: as long as it is empty, they are not carried out. */
  readonly neededBy: readonly StatementId[]
  /** Something believable to fill it with, for a trial. */
  readonly example: string
}

/** A rule that a wording sets for everybody of the organisation, beside the guidance's: it asks for more, never for less. */
export type RuleOfWording = {
  readonly [A in Act]: Pick<TighteningOf<A>, 'act' | 'when' | 'atMost'> &
    Partial<Pick<TighteningOf<A>, 'needs' | 'owed'>>
}[Act]

/** What somebody who kept to a weaker wording alone would think they may do. It changes no ruling. */
export type Allowed = {
  readonly [A in Act]: {
    readonly act: A
    readonly when: When<A>
    readonly to: Exclude<Standing, 'forbidden'>
  }
}[Act]

/** One way a clause may go, which the organisation chooses. */
export interface Wording {
  /** What the person who chooses reads. */
  readonly label: string
  readonly text: string
  /** How it stands to the guidance. A weaker one changes no ruling: only a senior manager's decision does. */
  readonly standing: 'as-guidance' | 'stricter' | 'weaker'
  readonly rules?: readonly [RuleOfWording, ...RuleOfWording[]]
  /** Of a weaker one: what it does not ask that the guidance does, as a sentence. */
  readonly lacks?: string
  /** Of a weaker one: the statements of its clause that it is weaker on. The others it carries as they are. */
  readonly weakerOn?: readonly [StatementId, ...StatementId[]]
  readonly allows?: readonly [Allowed, ...Allowed[]]
  /** Asked in place of the clause's question. Without one, nothing is asked about this wording. */
  readonly question?: Question
}

/** A question that is asked before signing: right and wrong answers, each with why. */
export interface Question {
  readonly asks: string
  /** How much it matters that this is understood: 1 before 2 before 3. */
  readonly matters: 1 | 2 | 3
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
  /** What has to be so at the organisation before it can say this, for whoever builds the policy. Not part of the text. */
  readonly mind?: string
  /** The notes that it takes newer facts from: when one of them has to be checked again, so has the clause. */
  readonly restsOn?: readonly NoteId[]
  /** The passage, in our markup: empty lines between paragraphs, `- ` before a point; `{blank}` for what is filled in. */
  readonly text: string
  /** Where there are other wordings: what the person who chooses reads of `text`. */
  readonly label?: string
  /** Other ways it may go, by name. `text` is the way it goes when nobody chose. */
  readonly wordings?: Readonly<Record<string, Wording>>
  readonly question?: Question
}

/** The clauses of one theme, by id, in the order in which they stand in a policy. */
export const inTheme = <const Id extends string>(
  clauses: Readonly<Record<Id, Clause>>,
): Readonly<Record<Id, Clause>> => clauses

/** Where a clause belongs, said short. */
export const both = ['acceptable-use', 'social-media'] as const
export const acceptableUse = ['acceptable-use'] as const
export const socialMedia = ['social-media'] as const
