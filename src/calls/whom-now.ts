import type { WhomNow } from '../duties/index.ts'
import { whoAnswers } from '../messages/index.ts'
import { secondAdultFor } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { type CallId, selectCall } from './queries.ts'

const logger = async (reader: Reader, id: string): Promise<PersonId | undefined> =>
  (await selectCall(reader.db, reader.actor.agencyId, id as CallId))?.logged_by

const answers = async (reader: Reader, id: string): Promise<readonly PersonId[]> => {
  const caller = await logger(reader, id)
  return caller ? (await whoAnswers(reader, caller)).filter(one => one !== caller) : []
}

/** Who would be asked today to look at a telephone call. */
export const callsWhomNow = {
  'own-phone': answers,
  'look-at-call': answers,
  'read-call': async (reader, id) => {
    const caller = await logger(reader, id)
    const second = caller && (await secondAdultFor(reader, caller))
    return second ? [second] : answers(reader, id)
  },
} satisfies Partial<WhomNow>
