import { tableOf } from './bytes.ts'
import { type Groups, numberOf, sizeOf } from './groups.ts'

const dateSigns = tableOf('/.-:')
const [slash, dot, colon] = [47, 46, 58]

/**
 * Whether group `at` of those from `from` to `to` is of a date, a time or a span of dates: two or three groups with the
 * same one sign between, alone.
 */
export function isDateOrTime(
  groups: Groups,
  bytes: Uint8Array,
  from: number,
  to: number,
  at: number,
): boolean {
  const joined = (left: number) => (left < from || left >= to ? 0 : signBetween(groups, bytes, left))
  const sign = joined(at) || joined(at - 1)
  if (sign === 0) return false
  let [first, last] = [at, at]
  while (at - first < 3 && joined(first - 1) === sign) first--
  while (last - at < 3 && joined(last) === sign) last++
  // No date has four parts, and no time of day.
  if (last - first >= 3) return false
  // Digits one by one beside it: this is not the hour of anything.
  if (first > from && sizeOf(groups, first - 1) === 1) return false
  if (last < to && sizeOf(groups, last + 1) === 1) return false
  return isPlausible(groups, first, last, sign)
}

/** The one sign between a group and the next, where both are figures, or 0. */
function signBetween({ starts, ends, spelled }: Groups, bytes: Uint8Array, left: number): number {
  if (spelled[left] !== 0 || spelled[left + 1] !== 0) return 0
  if ((starts[left + 1] as number) - (ends[left] as number) !== 1) return 0
  const sign = bytes[ends[left] as number] as number
  return dateSigns[sign] === 0 ? 0 : sign
}

/** Whether two or three groups are as long, and as great, as those of a date or a time are. */
function isPlausible(groups: Groups, first: number, last: number, sign: number): boolean {
  const three = last - first === 2
  const size = (part: number) => sizeOf(groups, first + part)
  const value = (part: number) => numberOf(groups, first + part)
  const short = (part: number) => size(part) <= 2
  const isHour = short(0) && size(1) === 2 && value(0) < 24 && value(1) < 60
  if (sign === colon) return isHour && (!three || (size(2) === 2 && value(2) < 60))
  if (!three && !short(0)) return false
  if (!three) return (sign === slash && short(1) && isDay(value(0), value(1))) || (sign === dot && isHour)
  if (size(0) === 4) return short(1) && short(2) && isMonthAndDay(value(1), value(2))
  return short(0) && short(1) && (size(2) === 2 || size(2) === 4) && isDay(value(0), value(1))
}

const isMonthAndDay = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31
/** A day and a month, whichever of them comes first. */
const isDay = (one: number, other: number) => isMonthAndDay(one, other) || isMonthAndDay(other, one)
