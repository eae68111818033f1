import { whenInWords } from '../guidance/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { isAgreed } from './is-agreed.ts'
import { routes } from './routes.ts'
import { channels } from './rules.ts'
import { standingOf } from './standing.ts'

/** What is agreed to of contact with a child, in a line for each channel that is; for the child's page, which stands below this. */
export async function agreedLines(
  reader: Reader,
  childId: PersonId,
): Promise<{ readonly href: string; readonly lines: readonly string[] }> {
  const { over } = await standingOf(reader, childId)
  return {
    href: routes.child.to({ child: childId }),
    lines: over.flatMap(({ channel, agreed, until }) =>
      agreed ? [`${channels[channel].words}${until ? `, until ${whenInWords(until)}` : ''}`] : [],
    ),
  }
}

/** Whether a child’s own number may be held: texts to them or calls with them are agreed to today. */
export const mayHoldNumber = async (reader: Reader, childId: PersonId): Promise<boolean> =>
  (await isAgreed(reader, childId, 'text')) || isAgreed(reader, childId, 'call')
