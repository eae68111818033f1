import { type Asked, fewestAsked, mostAsked, partText, questionsFor } from '../../clauses/index.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { madeOfVersion } from '../approval/made-of.ts'
import { selectLastSigned } from '../difference/queries.ts'
import type { PolicyVersionTable } from '../queries.ts'
import { selectUnderstanding } from './queries.ts'

/** A question before signing, with the words of the policy that it is about. */
export interface AskedOfText extends Asked {
  readonly text: string
}

/** The names of the answers in the form: as many as there may be questions. */
export const answerNames = Array.from({ length: mostAsked }, (_, at) => `q${at + 1}`)

/**
 * The questions a person is asked before they sign a version: the same ones however often they come back. Five at first;
 * three when they have signed before, what changed since then first: they have two minutes. None for a version that is
 * words alone, and so made of no clauses.
 */
export async function questionsOf(
  reader: Reader<PersonActor>,
  version: Pick<PolicyVersionTable, 'id' | 'policy_id'>,
): Promise<readonly AskedOfText[]> {
  const { db, actor } = reader
  const madeOf = await madeOfVersion(reader, version.id)
  if (!madeOf) return []
  const last = await selectLastSigned(db, actor.agencyId, actor.personId, version.policy_id)
  const since = last && last.id !== version.id ? await madeOfVersion(reader, last.id) : undefined
  const seed = `${actor.personId} ${version.id}`
  return questionsFor(madeOf, { seed, since, most: last ? fewestAsked : mostAsked }).map(asked => {
    const part = madeOf.parts.find(({ id }) => id === asked.part)
    return { ...asked, text: part ? partText(part, madeOf.blanks).text : '' }
  })
}

/** Whether a version asks anything of a person before they sign it, and whether they have passed. */
export async function checkOf(
  reader: Reader<PersonActor>,
  version: Pick<PolicyVersionTable, 'id' | 'policy_id'>,
): Promise<{ readonly asked: number; readonly passed: boolean }> {
  const { db, actor } = reader
  const [questions, passed] = await Promise.all([
    questionsOf(reader, version),
    selectUnderstanding(db, actor.agencyId, actor.personId, version.id),
  ])
  return { asked: questions.length, passed: passed !== undefined }
}

/** What an answer by its place comes to: right, wrong and why, or none. */
export function judged({ question }: Asked, answer: number | undefined) {
  const chosen = answer === undefined ? undefined : question.answers[answer]
  return { chosen, right: chosen?.right ?? false }
}

/**
 * The places of a question's answers in the order in which they are shown: always the same for the same question, and
 * not the one they are written in, where the right one tends to stand first.
 */
export function shownOrder({ asks, answers }: Asked['question']): readonly number[] {
  const from = [...asks].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % answers.length
  return answers.map((_, at) => (at + from) % answers.length)
}
