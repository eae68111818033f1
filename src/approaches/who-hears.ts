import { answersFor, withRole } from '../people/index.ts'
import type { PersonId, Reader, Role } from '../records/index.ts'

const instead: readonly Role[] = ['designated-person', 'deputy-designated-person', 'senior-manager']

/**
 * Whose it is to answer what somebody tells of themselves: their nearest manager; without one, the designated persons,
 * else the deputies, else the senior managers. Never their own. Empty where there is nobody: the next day looks again.
 */
export async function whoHears(reader: Reader, teller: PersonId): Promise<readonly PersonId[]> {
  const manager = await answersFor(reader, teller)
  if (manager && manager !== teller) return [manager]
  for (const role of instead) {
    const some = (await withRole(reader, role)).filter(id => id !== teller)
    if (some.length > 0) return some
  }
  return []
}
