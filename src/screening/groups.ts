/** Digits in the order they stand, in groups as they were written together. Kept from text to text. */
export interface Groups {
  /** Each digit, as the number that it is. */
  digits: Uint8Array
  /** How many digits. */
  length: number
  /** How many groups. */
  count: number
  /** Where the digits of a group begin, and after the last group where they end. */
  first: Int32Array
  /** Where a group stood in the folded text. */
  starts: Int32Array
  ends: Int32Array
  /** Whether a group was words or letters, which nobody does with a price. */
  spelled: Uint8Array
  /** Whether a run begins with this group: groups with nothing but what people put between the digits of one number. */
  opens: Uint8Array
}

// No number that is looked for has so many: what a group has more is left out.
const mostDigits = 24

export const groupsFor = (size: number): Groups => ({
  digits: new Uint8Array(size * 2 + mostDigits),
  length: 0,
  count: 0,
  first: new Int32Array(size + 1),
  starts: new Int32Array(size),
  ends: new Int32Array(size),
  spelled: new Uint8Array(size),
  opens: new Uint8Array(size),
})

/** Begins a group, which has no digits yet. */
export function openGroup(groups: Groups, start: number, end: number, spelled: boolean): void {
  if (groups.count === groups.starts.length) growGroups(groups)
  if (groups.length + mostDigits > groups.digits.length)
    groups.digits = grownBytes(groups.digits, groups.digits.length * 2)
  const at = groups.count++
  groups.first[at] = groups.length
  groups.first[at + 1] = groups.length
  groups.starts[at] = start
  groups.ends[at] = end
  groups.spelled[at] = spelled ? 1 : 0
  groups.opens[at] = 0
}

/** Puts a digit to the last group. */
export function putDigit(groups: Groups, digit: number): void {
  const from = groups.first[groups.count - 1] as number
  if (groups.length - from >= mostDigits) return
  groups.digits[groups.length++] = digit
  groups.first[groups.count] = groups.length
}

/** The last group's digits are its first and this one: "seventy seven". */
export function putUnit(groups: Groups, digit: number, end: number): void {
  const last = groups.count - 1
  groups.length = (groups.first[last] as number) + 1
  putDigit(groups, digit)
  groups.ends[last] = end
}

/** Leaves out every group from this one on. */
export function dropGroups(groups: Groups, from: number): void {
  groups.length = from === 0 ? 0 : (groups.first[from] as number)
  groups.count = from
}

/** Leaves out every group from `from` on that `isKept` does not take. It is asked of each in turn. */
export function keepGroups(groups: Groups, from: number, isKept: (at: number) => boolean): void {
  const { digits, first, starts, ends, count } = groups
  let [kept, length] = [from, first[from] as number]
  for (let at = from; at < count; at++) {
    const [begins, to] = [first[at] as number, first[at + 1] as number]
    if (!isKept(at)) continue
    first[kept] = length
    starts[kept] = starts[at] as number
    ends[kept++] = ends[at] as number
    for (let i = begins; i < to; i++) digits[length++] = digits[i] as number
  }
  first[kept] = length
  groups.count = kept
  groups.length = length
}

/** How many digits a group has. */
export const sizeOf = ({ first }: Groups, at: number): number =>
  (first[at + 1] as number) - (first[at] as number)

/** The first digit of a group. */
export const firstDigit = ({ first, digits }: Groups, at: number): number =>
  digits[first[at] as number] as number

/** The number that the digits of a group make. */
export function numberOf({ first, digits }: Groups, at: number): number {
  let value = 0
  for (let i = first[at] as number; i < (first[at + 1] as number); i++)
    value = value * 10 + (digits[i] as number)
  return value
}

/** The digits of the groups from one to another, as they are dialled. */
export function digitsOf({ first, digits }: Groups, from: number, to: number): string {
  let all = ''
  for (let i = first[from] as number; i < (first[to + 1] as number); i++) all += digits[i]
  return all
}

function growGroups(groups: Groups): void {
  const size = groups.starts.length * 2
  groups.first = grownPlaces(groups.first, size + 1)
  groups.starts = grownPlaces(groups.starts, size)
  groups.ends = grownPlaces(groups.ends, size)
  groups.spelled = grownBytes(groups.spelled, size)
  groups.opens = grownBytes(groups.opens, size)
}

function grownPlaces(old: Int32Array, size: number): Int32Array {
  const made = new Int32Array(size)
  made.set(old)
  return made
}

function grownBytes(old: Uint8Array, size: number): Uint8Array {
  const made = new Uint8Array(size)
  made.set(old)
  return made
}
