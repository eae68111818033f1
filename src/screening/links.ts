import { isHostByte, isLetterByte, isWordByte, slice, tableOf } from './bytes.ts'
import { is } from './kinds-of-words.ts'
import { about } from './lexicon.ts'
import { gap, type Read, textRead } from './read.ts'
import { linkEnds, personalHosts, profileHosts, wordyEnds } from './rules-words.ts'

/** A link found, and whose page it is likely to be. */
export interface Link {
  readonly kind: 'profile' | 'personal' | 'other'
  readonly host: string
  readonly path: string
  readonly start: number
  readonly end: number
}

const ends = new Set(linkEnds)
/** Ends that are words too, or come after a missing space: only with more before or after. */
const wordy = new Set(wordyEnds)
const hostsOf = (kind: Link['kind'], hosts: readonly string[]) => hosts.map(host => [host, kind] as const)
const kinds = new Map([...hostsOf('personal', personalHosts), ...hostsOf('profile', profileHosts)])
const knownEnds = new Set([...ends, ...[...kinds.keys()].map(host => host.slice(host.lastIndexOf('.') + 1))])
const longestHost = 100
const mostLabels = Math.max(...[...kinds.keys()].map(host => host.split('.').length))
const longestPath = 200
const [dotByte, atByte, slashByte] = [46, 64, 47]

/** Whether nothing but a dot stands before this word and after another: what is before and after may be a host. */
const isDotted = ({ bytes, starts, ends }: Read, word: number): boolean => {
  const before = ends[word - 1] as number
  return bytes[before] === dotByte && starts[word] === before + 1
}

/** The links of a text: with http or www before, or a host by itself. */
export function linksIn(read: Read, found: (link: Link) => void): void {
  const { bytes, starts, ends: wordEnds, gaps, count, length } = read
  let after = 0
  for (let word = 1; word < count; word++) {
    if (((gaps[word] as number) & gap.stop) === 0 || !isDotted(read, word)) continue
    const at = wordEnds[word - 1] as number
    if (at < after) continue
    let [start, end] = [at, starts[word] as number]
    while (start > 0 && at - start < longestHost && isHostByte(bytes[start - 1] as number)) start--
    while (end < length && end - at < longestHost && isHostByte(bytes[end] as number)) end++
    const link = bytes[start - 1] === atByte ? undefined : linkOf(read, start, end)
    if (link) found(link)
    after = link?.end ?? end
  }
}

const spoken =
  /dot\b\s?[)\]}>]?\s{0,2}(?<end>com|net|org|me|ee|tv|gg|co\s{1,2}dot\s{1,2}uk)\b(?:\s{0,2}(?:\/|forward slash|slash)\s{0,2}(?<path>[a-z0-9_.]{2,40}))?/y
const longestName = 40

/** Links of which the dot is said: "dot com slash". */
export function spokenLinksIn(read: Read, found: (link: Link) => void): void {
  const { starts, ids, count } = read
  let after = 0
  for (let word = 0; word < count; word++) {
    if (((about[ids[word] as number] as number) & is.dot) === 0) continue
    spoken.lastIndex = starts[word] as number
    const said = spoken.exec(textRead(read))?.groups
    const end = spoken.lastIndex
    const name = said && nameBefore(read, starts[word] as number, after)
    if (!name) continue
    const host = `${name.text}.${(said.end ?? '').replace(/\s{0,2}dot\s{0,2}/g, '.')}`
    found({ ...kindAndPath(host, said.path ?? ''), start: name.start, end })
    after = end
  }
}

const opening = tableOf('([{<')

/** The name that a dot said here comes after, with spaces and a bracket between or not. */
function nameBefore(read: Read, dot: number, after: number): { text: string; start: number } | undefined {
  const { bytes } = read
  let to = dot
  while (to > after && dot - to < 3 && isSpace(bytes[to - 1] as number)) to--
  if (dot - to < 2 && opening[bytes[to - 1] ?? 0] === 1) {
    to--
    for (let spaces = 0; spaces < 2 && to > after && isSpace(bytes[to - 1] as number); spaces++) to--
  }
  let start = to
  while (start > after && to - start < longestName && isOfName(bytes[start - 1] as number)) start--
  while (start < to && isInWord(bytes, start - 1) === isInWord(bytes, start)) start++
  return to - start < 2 ? undefined : { text: slice(read, start, to), start }
}

const isSpace = (byte: number) => byte === 32 || (byte >= 9 && byte <= 13)
const isOfName = (byte: number) => isWordByte(byte) || byte === 45
const isInWord = (bytes: Uint8Array, at: number) =>
  at >= 0 && (isWordByte(bytes[at] as number) || bytes[at] === 95)

function linkOf(read: Read, from: number, to: number): Link | undefined {
  const { bytes } = read
  let [start, end] = [from, to]
  while (start < end && !isWordByte(bytes[start] as number)) start++
  while (end > start && !isWordByte(bytes[end - 1] as number)) end--
  // Most dots end a sentence whose space is missing, so the end of a host is looked at first.
  const label = lastLabel(bytes, start, end)
  if (label < 0) return undefined
  const last = slice(read, label, end)
  const said =
    (bytes[start - 1] === slashByte && bytes[start - 2] === slashByte) || beginsWith(bytes, start, www)
  if (!said && !knownEnds.has(last)) return undefined
  const host = slice(read, start, end)
  const path = bytes[end] === slashByte ? pathAt(read, end) : ''
  const known = kindAndPath(host, path)
  if (!said && known.kind === 'other') {
    if (!ends.has(last) || /^\d+\./.test(host)) return undefined
    if (wordy.has(last) && path.length < 2) return undefined
  }
  return { ...known, start, end: end + path.length }
}

const www = Buffer.from('www.', 'latin1')
const beginsWith = (bytes: Uint8Array, at: number, text: Uint8Array) =>
  text.every((byte, i) => bytes[at + i] === byte)

/** Where the last label of a host begins, which is of letters alone, or -1; so where two dots stand together. */
function lastLabel(bytes: Uint8Array, start: number, end: number): number {
  let label = end
  while (label > start && isLetterByte(bytes[label - 1] as number)) label--
  if (bytes[label - 1] !== dotByte || label <= start || end - label < 2 || end - label > 24) return -1
  for (let at = start + 1; at < label; at++) if (bytes[at] === dotByte && bytes[at - 1] === dotByte) return -1
  return label
}

function pathAt(read: Read, from: number): string {
  let to = from
  while (to < read.length && to - from < longestPath && (read.bytes[to] as number) > 32) to++
  return slice(read, from, to).replace(/[.,!?)\]]{1,5}$/, '')
}

function kindAndPath(host: string, path: string) {
  const bare = host.replace(/^(?:www|m|mobile|en-gb)\./, '')
  for (let at = lastLabels(bare); at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
    const kind = kinds.get(at)
    if (!kind) continue
    // The bare site of a platform names nobody.
    const names = kind === 'personal' ? at !== bare || path.length > 1 : path.length > 1
    return { kind: names ? kind : ('other' as const), host: bare, path }
  }
  return { kind: 'other' as const, host: bare, path }
}

/** The end of a host, of as many labels as the longest has that is known. */
function lastLabels(host: string): string {
  let dot = host.length
  for (let label = 0; label < mostLabels && dot > 0; label++) dot = host.lastIndexOf('.', dot - 1)
  return host.slice(dot + 1)
}

/** Whether this host is where people have profiles or pages of their own, so that being on it makes nobody the same. */
export const isSharedHost = (host: string): boolean =>
  [...kinds.keys()].some(shared => host === shared || host.endsWith(`.${shared}`))
