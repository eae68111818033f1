import { inDays } from '../../kit/clock.ts'
import type { RecoveryRow } from './queries.ts'

/** What two keyholders are asked, in a few words. */
export const askedWords = ({ kind, for_name, lost_name }: RecoveryRow): string =>
  kind === 'keyholders'
    ? 'Other keyholders'
    : lost_name === for_name
      ? `What ${for_name}’s lost key opened`
      : `What ${lost_name}’s key opened, for ${for_name}`

/** And how it stands. */
export function standing(row: RecoveryRow): string {
  const { second_at, second_name, first_name, ended_at, asked_at } = row
  if (ended_at) return `${askedWords(row)}: stopped on ${inDays(ended_at)}`
  if (second_at) return `${askedWords(row)}: done by ${first_name} and ${second_name} on ${inDays(second_at)}`
  return first_name
    ? `${askedWords(row)}: ${first_name} has opened their part, another keyholder follows`
    : `${askedWords(row)}: asked on ${inDays(asked_at)}`
}
