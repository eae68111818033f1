import { addressesIn } from './addresses.ts'
import { isNameByte, slice, tableOf } from './bytes.ts'
import { is } from './kinds-of-words.ts'
import { about } from './lexicon.ts'
import { type Link, linksIn, spokenLinksIn } from './links.ts'
import { gap, type Read } from './read.ts'
import type { Seen } from './seen.ts'

/** Addresses, links and handles, each looked for where a sign or a word of it was met. */
export function networks(read: Read, any: number, seen: Seen[]): void {
  const { anyGap } = read
  const signs = (anyGap & gap.at) !== 0
  const bracketed = (any & is.a) !== 0 && (anyGap & gap.sign) !== 0
  if (signs || bracketed || (any & is.at) !== 0) addresses(read, seen)
  const found = (link: Link) => seen.push(linkSeen(link))
  if ((anyGap & gap.stop) !== 0) linksIn(read, found)
  if ((any & is.dot) !== 0) spokenLinksIn(read, found)
}

function addresses(read: Read, seen: Seen[]): void {
  const { ids, gaps, count } = read
  let signs: number[] | undefined
  for (let at = 0; at < count; at++) {
    const sign = ((gaps[at] as number) & gap.at) !== 0
    if (sign) handle(read, at, seen)
    const bits = about[ids[at] as number] as number
    if (!sign && (bits & (is.at | is.a)) === 0) continue
    const says = (bits & is.at) !== 0 || ((bits & is.a) !== 0 && isBracketed(read, at))
    if ((sign && mayBeHost(read, at)) || (says && mayBeHost(read, at + 1))) {
      signs ??= []
      signs.push(at)
    }
  }
  if (!signs) return
  for (const { local, host, start, end } of addressesIn(read, signs))
    seen.push({ rule: 'personal-email', start, end, about: { kind: 'address', local, host } })
}

/** Whether a host may begin with this word: it is a provider of mail, or a dot comes after it. */
function mayBeHost({ ids, gaps, count }: Read, at: number): boolean {
  if (at >= count) return false
  if (((about[ids[at] as number] as number) & is.provider) !== 0) return true
  const after = gaps[at + 1] as number
  return (after & (gap.stop | gap.sign)) !== 0 || ((about[ids[at + 1] as number] as number) & is.dot) !== 0
}

const openings = tableOf('([{<*_|-')

/** Whether a word stands in brackets: (a). */
const isBracketed = ({ bytes, starts }: Read, at: number) =>
  openings[bytes[(starts[at] as number) - 1] ?? 0] !== 0

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
