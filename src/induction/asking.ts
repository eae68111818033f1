import type { Rules } from '../guidance/index.ts'
import type { Permitted } from '../kit/proof.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { walkToGoOn } from './access.ts'
import type { Question } from './question.ts'
import { routes } from './routes.ts'
import { rulesHere } from './rules-here.ts'
import { nextQuestion, onward, type Part, type PartId, partsOf, type Walking } from './walking.ts'

/** A question of somebody's own walk, with where it stands and the rules it is judged by. */
export interface Asking {
  readonly walking: Permitted<'walk', Walking>
  readonly part: Part
  /** Its place in the part, from 0. */
  readonly at: number
  readonly question: Question
  readonly rules: Rules
  /** Its own address. */
  readonly here: string
}

/** The address of a question of a part, its place counted from 0. */
export const addressOf = (part: PartId, at: number): string =>
  part === 'situations'
    ? routes.scenario.to({ number: `${at + 1}` })
    : routes.question.to({ lesson: part, question: `${at + 1}` })

/** A question of the acting person's walk. Undefined when no walk of theirs is begun, or it has no such question. */
export async function questionAsked(
  reader: Reader<PersonActor>,
  partId: string,
  number: string,
): Promise<Asking | undefined> {
  const walking = await walkToGoOn(reader)
  const part = walking && partsOf(walking.walk).find(({ id }) => id === partId)
  const at = /^[1-9]\d?$/.test(number) ? Number(number) - 1 : -1
  const question = part?.questions[at]
  if (!walking || !part || !question) return undefined
  const here = addressOf(part.id, at)
  return { walking, part, at, question, rules: await rulesHere(reader), here }
}

/** Where to go on after an answer: the next question of the part, or the next part. */
export function afterwards({ walking, part }: Asking): string {
  const next = nextQuestion(walking, part.questions)
  return next === undefined ? onward(walking) : addressOf(part.id, next)
}
