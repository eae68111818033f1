import { isDigitByte } from './bytes.ts'
import { dropGroups, type Groups, numberOf, openGroup, putDigit, sizeOf } from './groups.ts'
import { beginsAsNumber } from './number-words.ts'
import type { Read } from './read.ts'
import { numberWordAt, spoken } from './spoken.ts'

const zero = 48
const figureOf = new Uint8Array(256)
for (let figure = 0; figure < 10; figure++) figureOf[zero + figure] = zero + figure
for (const [letter, figure] of Object.entries({ o: '0', i: '1', l: '1' }))
  figureOf[letter.charCodeAt(0)] = figure.charCodeAt(0)

/**
 * Puts to `groups` every word of digits: figures with letters among them that look like figures (O77OO), or what says digits,
 * with double and triple, written apart or as one. Nobody dials the figures of a code (7f3a98c2), or of the time of day.
 */
export function piecesOf(read: Read, groups: Groups): void {
  const { starts, ends, ids, count, bytes } = read
  let times = 1
  for (let at = 0; at < count; at++) {
    const [start, end] = [starts[at] as number, ends[at] as number]
    if (figures(bytes, start, end)) {
      put(groups, bytes, start, end, times, start, end)
      times = 1
      continue
    }
    const said = spoken[ids[at] as number]
    if (said?.kind === 'times') {
      times = said.times
      continue
    }
    if (said?.kind === 'digits') put(groups, said.codes, 0, said.codes.length, times, start, end)
    else if (mayBeSpelled(bytes, start, end)) spelledOut(bytes, start, end, groups)
    times = 1
  }
}

const longestSpelled = 60

/** Whether a word is figures and letters that look like them alone, with a figure among them. */
function figures(bytes: Uint8Array, start: number, end: number): boolean {
  let any = false
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (isDigitByte(byte)) any = true
    else if (figureOf[byte] === 0) return false
  }
  return any
}

function put(
  groups: Groups,
  codes: Uint8Array,
  from: number,
  to: number,
  times: number,
  start: number,
  end: number,
): void {
  openGroup(groups, start, end, false)
  for (let time = 0; time < times; time++)
    for (let at = from; at < to; at++) putDigit(groups, (figureOf[codes[at] as number] as number) - zero)
}

/** A word of number words and figures alone, as one piece: zero7seven. */
function spelledOut(bytes: Uint8Array, start: number, end: number, groups: Groups): void {
  const count = groups.count
  let times = 1
  openGroup(groups, start, end, false)
  for (let at = start; at < end; ) {
    if (isDigitByte(bytes[at] as number)) {
      for (let time = 0; time < times; time++) putDigit(groups, (bytes[at] as number) - zero)
      times = 1
      at++
      continue
    }
    const part = numberWordAt(bytes, at, end)
    if (part?.said.kind !== 'digits' && part?.said.kind !== 'times') {
      dropGroups(groups, count)
      return
    }
    for (let time = 0; time < times; time++) for (const code of part.said.codes) putDigit(groups, code - zero)
    times = part.said.times
    at += part.length
  }
}

const mayBeSpelled = (bytes: Uint8Array, start: number, end: number) =>
  end - start > 2 &&
  end - start <= longestSpelled &&
  (isDigitByte(bytes[start] as number) || beginsAsNumber(bytes[start] as number, bytes[start + 1] as number))

const [dot, colon] = [46, 58]

/** Whether a piece and the next, of those from `from` on, tell the time of day: 07:30 or 07.30, standing by itself. */
export function isTime(groups: Groups, bytes: Uint8Array, from: number, at: number): boolean {
  if (!isParted(groups, bytes, from, at) || isParted(groups, bytes, from, at - 1)) return false
  if (isParted(groups, bytes, from, at + 1) || sizeOf(groups, at) !== 2 || sizeOf(groups, at + 1) !== 2)
    return false
  return numberOf(groups, at) < 24 && numberOf(groups, at + 1) < 60
}

/** Whether nothing but a dot or a colon stands between a piece and the next. */
function isParted(groups: Groups, bytes: Uint8Array, from: number, at: number): boolean {
  if (at < from || at + 1 >= groups.count) return false
  const end = groups.ends[at] as number
  return groups.starts[at + 1] === end + 1 && (bytes[end] === dot || bytes[end] === colon)
}
