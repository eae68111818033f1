import { addressesIn } from './addresses.ts'
import { isNameByte, slice, tableOf } from './bytes.ts'
import { is } from './kinds-of-words.ts'
import { about } from './lexicon.ts'
import { isDotted, type Link, linksIn, spokenLinksIn } from './links.ts'
import { gap, type Read, textRead } from './read.ts'
import type { Seen } from './seen.ts'

/** Addresses, links and handles. */
export function networks(read: Read, any: number, seen: Seen[]): void {
  const { ids, gaps, count } = read
  let [dotted, signs] = [false, undefined as number[] | undefined]
  for (let at = 0; at < count; at++) {
    if (isDotted(read, at)) dotted = true
    const sign = ((gaps[at] as number) & gap.at) !== 0
    if (sign) handle(read, at, seen)
    const says = ((about[ids[at] as number] as number) & is.at) !== 0 || isA(read, at)
    if ((sign && mayBeHost(read, at)) || (says && mayBeHost(read, at + 1))) {
      signs ??= []
      signs.push(at)
    }
  }
  if (signs)
    for (const { local, host, start, end } of addressesIn(read, signs))
      seen.push({ rule: 'personal-email', start, end, about: { kind: 'address', local, host } })
  if (dotted) for (const link of linksIn(read)) seen.push(linkSeen(link))
  if ((any & is.dot) !== 0) for (const link of spokenLinksIn(textRead(read))) seen.push(linkSeen(link))
}

/** Whether a host may begin with this word: it is a provider of mail, or a dot comes after it. */
function mayBeHost({ ids, gaps, count }: Read, at: number): boolean {
  if (at >= count) return false
  if (((about[ids[at] as number] as number) & is.provider) !== 0) return true
  const after = gaps[at + 1] as number
  return (after & (gap.stop | gap.sign)) !== 0 || ((about[ids[at + 1] as number] as number) & is.dot) !== 0
}

const openings = tableOf('([{<*_|-')

/** "a" in brackets. */
const isA = ({ bytes, starts, ends }: Read, at: number) => {
  const start = starts[at] as number
  return (
    bytes[start] === 97 && ends[at] === start + 1 && start > 0 && openings[bytes[start - 1] as number] !== 0
  )
}

const linkRules = { profile: 'personal-account', personal: 'personal-page', other: 'link' } as const

const linkSeen = ({ kind, host, path, start, end }: Link): Seen => ({
  rule: linkRules[kind],
  start,
  end,
  about: { kind: 'link', host, path },
})

const notHandle =
  /^(?:\d+(?:[.:]\d\d)?(?:am|pm)?|\d+|school|home|club|work|the|church|college|everyone|all|here)$/
const longestHandle = 31
const atByte = 64

/** A name with an at sign before it. */
function handle(read: Read, word: number, seen: Seen[]): void {
  const { bytes, starts, length } = read
  let start = starts[word] as number
  while (bytes[start - 1] === 95) start--
  const before = start < 2 ? 32 : (bytes[start - 2] as number)
  if (bytes[start - 1] !== atByte || isNameByte(before) || before === atByte) return
  let end = start
  while (end < length && end - start < longestHandle && isNameByte(bytes[end] as number)) end++
  while (end > start && bytes[end - 1] === 46) end--
  if (end - start < 3) return
  const name = slice(read, start, end)
  if (!notHandle.test(name))
    seen.push({ rule: 'personal-account', start: start - 1, end, about: { kind: 'account', name } })
}
