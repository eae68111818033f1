import { type StatementId, statement } from './catalogue.ts'

/** Whether it is in the summary, which says again at greater length what stands elsewhere. */
const isSummary = (id: StatementId) => statement(id).section.startsWith('summary-')

/**
 * Statements as a person reads them, each with its id after it: “Turn Bluetooth off” (GEN-APP-8).
 * What the summary only says again is left out, unless nothing else is cited. Empty when nothing is.
 */
export function inWords(ids: readonly StatementId[]): string {
  const plain = ids.filter(id => !isSummary(id))
  return (plain.length > 0 ? plain : ids)
    .map(id => `“${statement(id).says.replace(/\.$/, '')}” (${id})`)
    .join(' and ')
}
