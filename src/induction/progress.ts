import { type Ground, type PersonActor, type Reader, withoutEntry } from '../records/index.ts'
import type { Asking } from './asking.ts'
import { type Judged, judge } from './judge.ts'
import { putTry } from './queries.ts'

/** A question as it was asked, and what came of the answer; undefined when it was no answer. */
export interface Answered {
  readonly asking: Asking
  readonly judged: Judged | undefined
}

/**
 * Takes an answer, and keeps how far the person has come: that they answered, and whether the question is behind them now.
 * It is progress and no entry: what was chosen is not kept anywhere, and the count is forgotten when the walk is passed.
 * Undefined when there is no such question for this person.
 */
export const takeAnswer = (
  ground: Ground,
  actor: PersonActor,
  said: string,
  find: (reader: Reader<PersonActor>) => Promise<Asking | undefined>,
): Promise<Answered | undefined> =>
  withoutEntry(ground, actor, async writer => {
    const asking = await find(writer)
    if (!asking) return undefined
    const { walking, question, rules } = asking
    const judged = judge(question, said, rules)
    if (judged)
      await putTry(writer.db, {
        agencyId: writer.actor.agencyId,
        walkId: walking.walk.id,
        question: question.id,
        rightAt: judged.right ? writer.now : null,
      })
    return { asking, judged }
  })
