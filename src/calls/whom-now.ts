import type { WhomNow } from '../duties/index.ts'
import { whoAnswers } from '../messages/index.ts'
import { person, secondAdultFor } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { type CallId, selectCall } from './queries.ts'

const callOf = (reader: Reader, id: string) => selectCall(reader.db, reader.actor.agencyId, id as CallId)

const answers = async (reader: Reader, id: string): Promise<readonly PersonId[]> => {
  const caller = (await callOf(reader, id))?.logged_by
  return caller ? (await whoAnswers(reader, caller)).filter(one => one !== caller) : []
}

/** Who would be asked today to look at a telephone call. */
export const callsWhomNow = {
  'own-phone': answers,
  'look-at-call': answers,
  'read-call': async (reader, id) => {
    const call = await callOf(reader, id)
    const was = call?.second_id && (await person(reader, call.second_id))
    // Whoever was the second adult of the call is so as long as they are here.
    if (was && !was.left_at) return [was.id]
    const second = call && (await secondAdultFor(reader, call.logged_by))
    return second ? [second] : answers(reader, id)
  },
} satisfies Partial<WhomNow>
