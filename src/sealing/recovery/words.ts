import { inDays } from '../../kit/clock.ts'
import type { RecoveryRow } from './queries.ts'

/** What two keyholders are asked, in a few words. */
export const askedWords = ({ kind, for_name, lost_name }: RecoveryRow): string =>
  kind === 'keyholders'
    ? 'Other keyholders'
    : lost_name === for_name
      ? `Giving back what ${for_name}’s lost key opened`
      : `Giving ${for_name} what ${lost_name}’s key opened`

/** And how it stands. */
export function standing(row: RecoveryRow): string {
  const { second_at, second_name, first_name, ended_at, asked_at } = row
  if (ended_at) return `${askedWords(row)}: stopped on ${inDays(ended_at)}`
  if (second_at) return `${askedWords(row)}: done by ${first_name} and ${second_name} on ${inDays(second_at)}`
  return first_name
    ? `${askedWords(row)}: ${first_name} has opened their part, another keyholder follows`
    : `${askedWords(row)}: asked on ${inDays(asked_at)}`
}
