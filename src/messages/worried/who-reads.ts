import { withRole } from '../../people/index.ts'
import type { PersonId, Reader, Role } from '../../records/index.ts'

/** Who may read every worry but those about their own messages. */
export const mayReadWorries: readonly Role[] = ['designated-person', 'deputy-designated-person']

const inTurn: readonly Role[] = ['designated-person', 'deputy-designated-person', 'senior-manager']

/**
 * Whose it is to read a worry: the designated persons; else the deputies, else the senior managers. Never whoever wrote
 * the message; whoever raises it only where there is nobody else. `later` is who comes after those who were told first.
 */
export async function whoReads(
  reader: Reader,
  { author, raiser }: { readonly author: PersonId; readonly raiser: PersonId },
): Promise<readonly PersonId[]> {
  const others: PersonId[] = []
  for (const role of inTurn) {
    const some = (await withRole(reader, role)).filter(id => id !== author)
    const besides = some.filter(id => id !== raiser)
    if (besides.length > 0) return besides
    others.push(...some)
  }
  return [...new Set(others)]
}

/** Everybody of them, for a worry that has waited too long. */
export async function everybodyWhoReads(reader: Reader, author: PersonId): Promise<readonly PersonId[]> {
  const all = await Promise.all(inTurn.map(role => withRole(reader, role)))
  return [...new Set(all.flat())].filter(id => id !== author)
}
