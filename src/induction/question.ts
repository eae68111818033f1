import type { StatementId } from '../guidance/index.ts'
import type { Scenario } from './scenarios/index.ts'

/** One answer to a question of fact, with what is said to whoever chose it. */
export interface Answer {
  readonly words: string
  readonly right: boolean
  readonly why: string
}

/** A question of fact, about a case or the law: not about an act, so no ruling answers it. */
export interface FactQuestion {
  readonly kind: 'fact'
  readonly id: string
  readonly says: string
  readonly asks: string
  readonly answers: readonly [Answer, Answer, ...Answer[]]
  /** The statements it teaches. */
  readonly teaches: readonly [StatementId, ...StatementId[]]
}

/** Anything that is asked in an induction. */
export type Question = Scenario | FactQuestion

/** What may be answered to a question about one act. */
export const mayAnswers = {
  yes: 'Yes, and nobody need agree to it first',
  agreed: 'Yes, as long as those who must agree have said so on the record',
  no: 'No',
} as const

/** What is answered when nothing that is proposed may be done. */
export const noneOfThese = 'none'

export interface Option {
  readonly value: string
  readonly words: string
}

/** What can be answered, in the order of the page. */
export function optionsOf(question: Question): readonly Option[] {
  if (question.kind === 'may') return Object.entries(mayAnswers).map(([value, words]) => ({ value, words }))
  if (question.kind === 'fact')
    return question.answers.map(({ words }, at) => ({ value: `${at + 1}`, words }))
  const ways = question.ways.map(({ words }, at) => ({ value: `${at + 1}`, words }))
  return [...ways, { value: noneOfThese, words: 'None of these' }]
}
