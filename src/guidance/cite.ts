import { type StatementId, statement } from './catalogue.ts'

/** Whether it is in the summary, which says again at greater length what stands elsewhere. */
const isSummary = (id: StatementId) => statement(id).section.startsWith('summary-')

/** Which of the statements cited a person is shown: what the summary only says again is left out, unless it is all there is. */
export function toShow(ids: readonly StatementId[]): readonly StatementId[] {
  const plain = ids.filter(id => !isSummary(id))
  return plain.length > 0 ? plain : ids
}
