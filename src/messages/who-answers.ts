import { answersToday, withRole } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'

/** Everybody who answers for safeguarding here: the designated persons, then their deputies. */
export async function allDesignated(reader: Reader): Promise<readonly PersonId[]> {
  const [persons, deputies] = await Promise.all([
    withRole(reader, 'designated-person'),
    withRole(reader, 'deputy-designated-person'),
  ])
  return [...new Set([...persons, ...deputies])]
}

/** Who reads what a worker has written, or what was written to them: the nearest manager above them who is here today; where there is none, whoever answers for safeguarding. */
export async function whoAnswers(reader: Reader, worker: PersonId): Promise<readonly PersonId[]> {
  const manager = await answersToday(reader, worker)
  return manager ? [manager] : (await allDesignated(reader)).filter(id => id !== worker)
}
