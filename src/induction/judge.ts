import {
  type Act,
  type Better,
  better,
  type Rules,
  type Ruling,
  rule,
  type Standing,
} from '../guidance/index.ts'
import {
  type Answer,
  type FactQuestion,
  type mayAnswers,
  noneOfThese,
  optionsOf,
  type Question,
} from './question.ts'
import type { ChooseScenario, MayScenario, Proposed } from './scenarios/index.ts'

/** How something proposed stands, by the rules of the day. */
export interface Ruled {
  /** What was proposed, in the words of the answer; undefined where the question proposes one thing only. */
  readonly words: string | undefined
  readonly proposed: Proposed
  readonly ruling: Ruling
  /** What would make it stand better. */
  readonly better: Better<Act> | undefined
}

/** What came of an answer. */
export interface Judged {
  readonly right: boolean
  /** The answers that are right, by their values. Never empty. */
  readonly rightAnswers: readonly string[]
  /** What explains it: the rulings, the one on what was chosen first; or what was written beside the answer. */
  readonly by: readonly Ruled[] | Answer
}

const mayBeDone = (standing: Standing): boolean => standing === 'safe' || standing === 'best'

function ruledBy(rules: Rules, proposed: Proposed, words?: string): Ruled {
  const { act, facts } = proposed
  return {
    words,
    proposed,
    ruling: rule<Act>(act, facts, rules),
    better: better<Act>(act, facts, rules),
  }
}

/**
 * Judges an answer by the rules an organisation keeps to: the same function rules here as everywhere else, so that what is
 * taught and what Lanyard does cannot differ. Undefined when it is no answer to this question.
 */
export function judge(question: Question, said: string, rules: Rules): Judged | undefined {
  if (!optionsOf(question).some(({ value }) => value === said)) return undefined
  if (question.kind === 'fact') return judgeFact(question, said)
  const [rightAnswers, by] =
    question.kind === 'may' ? judgeMay(question, rules) : judgeChoice(question, said, rules)
  return { right: rightAnswers.includes(said), rightAnswers, by }
}

function judgeFact({ answers }: FactQuestion, said: string): Judged | undefined {
  const chosen = answers[Number(said) - 1]
  if (!chosen) return undefined
  const rightAnswers = answers.flatMap(({ right }, at) => (right ? [`${at + 1}`] : []))
  return { right: chosen.right, rightAnswers, by: chosen }
}

type Found = readonly [right: readonly string[], by: readonly Ruled[]]

function judgeMay({ proposed }: MayScenario, rules: Rules): Found {
  const ruled = ruledBy(rules, proposed)
  const { standing, needs } = ruled.ruling
  const may: keyof typeof mayAnswers = !mayBeDone(standing) ? 'no' : needs.length > 0 ? 'agreed' : 'yes'
  return [[may], [ruled]]
}

/** Every way that may be done is right. What was chosen is explained first, and then what would have been right. */
function judgeChoice({ ways }: ChooseScenario, said: string, rules: Rules): Found {
  const all = ways.map(({ words, proposed }) => ruledBy(rules, proposed, words))
  const right = all.flatMap(({ ruling }, at) => (mayBeDone(ruling.standing) ? [`${at + 1}`] : []))
  const chosen = all.filter((_, at) => `${at + 1}` === said)
  const others = all.filter((_, at) => `${at + 1}` !== said && right.includes(`${at + 1}`))
  if (right.length === 0) return [[noneOfThese], chosen.length > 0 ? chosen : all]
  return [right, right.includes(said) ? chosen : [...chosen, ...others]]
}
