import { personalHosts, profileHosts } from './rules-words.ts'

/** A link found, and whose page it is likely to be. */
export interface Link {
  readonly kind: 'profile' | 'personal' | 'other'
  readonly host: string
  readonly path: string
  readonly start: number
  readonly end: number
}

const ends = new Set(
  'com net org uk io app gg tv eu ie edu gov info biz example xyz site online co ai dev page blog shop store club live link fm ly be de fr es it nl at ch dk se no fi pl pt cz ee lv lt hu ro gr cy mt lu au nz ca us jp br in za mx ru cn'.split(
    ' ',
  ),
)
/** Ends that are words too, or come after a missing space: only with more before or after. */
const wordy = new Set('at be it no in us me so to my am as is do cc fm ly de es la'.split(' '))
const hostsOf = (kind: Link['kind'], hosts: readonly string[]) => hosts.map(host => [host, kind] as const)
const kinds = new Map([...hostsOf('personal', personalHosts), ...hostsOf('profile', profileHosts)])
const longestHost = 100
const longestPath = 200

const isHost = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 95

/** The links of a text: with http or www before, or a host by itself; and "dot com slash" in words. */
export function linksIn(text: string): Link[] {
  const found: Link[] = []
  for (let at = text.indexOf('.'); at >= 0; ) {
    let [start, end] = [at, at]
    while (start > 0 && at - start < longestHost && isHost(text.charCodeAt(start - 1))) start--
    while (end < text.length && end - at < longestHost && isHost(text.charCodeAt(end))) end++
    const link = text[start - 1] === '@' ? undefined : linkOf(text, start, end)
    if (link) found.push(link)
    at = text.indexOf('.', Math.max(at + 1, link?.end ?? end))
  }
  for (const { index, 0: whole, groups } of text.matchAll(spoken)) {
    const host = `${groups?.name}.${(groups?.end ?? '').replace(/\s{0,2}dot\s{0,2}/g, '.')}`
    found.push({ ...kindAndPath(host, groups?.path ?? ''), start: index, end: index + whole.length })
  }
  return found
}

const spoken =
  /\b(?<name>[a-z0-9-]{2,40})\s{0,2}[([]?\s{0,1}\bdot\b\s{0,1}[)\]]?\s{0,2}(?<end>com|net|org|me|ee|tv|gg|co\s{1,2}dot\s{1,2}uk)\b(?:\s{0,2}(?:\/|forward slash|slash)\s{0,2}(?<path>[a-z0-9_.]{2,40}))?/g

function linkOf(text: string, start: number, end: number): Link | undefined {
  while (start < end && /[.\-_]/.test(text[start] as string)) start++
  while (end > start && /[.\-_]/.test(text[end - 1] as string)) end--
  const host = text.slice(start, end)
  const last = host.slice(host.lastIndexOf('.') + 1)
  if (!host.includes('.') || host.includes('..') || !/^[a-z]{2,24}$/.test(last)) return undefined
  const said = /https?:\/\/$/.test(text.slice(Math.max(0, start - 8), start)) || host.startsWith('www.')
  const path = text[end] === '/' ? pathAt(text, end) : ''
  const known = kindAndPath(host, path)
  if (!said && known.kind === 'other') {
    if (!ends.has(last) || /^\d+\./.test(host)) return undefined
    if (wordy.has(last) && path.length < 2) return undefined
  }
  return { ...known, start, end: end + path.length }
}

function pathAt(text: string, from: number): string {
  let to = from
  while (to < text.length && to - from < longestPath && text.charCodeAt(to) > 32) to++
  return text.slice(from, to).replace(/[.,!?)\]]{1,5}$/, '')
}

function kindAndPath(host: string, path: string) {
  const bare = host.replace(/^(?:www|m|mobile|en-gb)\./, '')
  for (let at = bare; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
    const kind = kinds.get(at)
    if (!kind) continue
    // The bare site of a platform names nobody.
    const names = kind === 'personal' ? at !== bare || path.length > 1 : path.length > 1
    return { kind: names ? kind : ('other' as const), host: bare, path }
  }
  return { kind: 'other' as const, host: bare, path }
}

/** Whether this host is where people have profiles or pages of their own, so that being on it makes nobody the same. */
export const isSharedHost = (host: string): boolean =>
  [...kinds.keys()].some(shared => host === shared || host.endsWith(`.${shared}`))
