import type { StatementId } from '../guidance/index.ts'
import { type Allowed, isOwnSite, isUnder, numbersAllowed } from './allowed.ts'
import { fold } from './fold.ts'
import { piecesIn } from './numbers.ts'
import { phonesIn, phonesOver } from './phones.ts'
import { type Category, type RuleId, type Speaker, type Strength, screeningRules } from './rules.ts'

export { type Allowed, allowedBy, nothingAllowed } from './allowed.ts'
export { type RuleId, type Speaker, type Strength, screeningRules } from './rules.ts'

/** Something found in a text, and what it means. `from` and `to` are UTF-16 positions in the original. */
export interface Finding {
  readonly from: number
  readonly to: number
  readonly category: Category
  readonly rule: RuleId
  readonly cites: readonly StatementId[]
  readonly strength: Strength
  readonly gives: string
  readonly instead: string
}

/** What a text by this speaker gives away. Pure; reads the text once; linear in its length. */
export function screen(
  text: string,
  by: {
    readonly speaker: Speaker
    readonly allowed: Allowed
    /** What the same speaker said just before, oldest first: a number can be given in two goes. */
    readonly before?: readonly string[]
  },
): Finding[] {
  const folded = fold(text)
  const own = numbersAllowed(by.allowed)
  const before = (by.before ?? []).map(fold)
  const found: { rule: RuleId; start: number; end: number }[] = []
  for (const { start, end } of [...phonesIn(folded, own), ...phonesOver(before, folded, own)])
    found.push({ rule: 'personal-number', start, end })
  for (const shape of emailShapes) {
    for (const { index, 0: whole, groups } of folded.text.matchAll(shape)) {
      if (isOwnAddress(`${groups?.local}`, `${groups?.host}`, by.allowed) || isIn(found, index)) continue
      found.push({ rule: 'personal-email', start: index, end: index + whole.length })
    }
  }
  for (const shape of accountShapes) {
    for (const { index, 0: whole } of folded.text.matchAll(shape)) {
      if (!isIn(found, index) && !isOwnSite(whole, by.allowed))
        found.push({ rule: 'personal-account', start: index, end: index + whole.length })
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ rule, start, end }) => {
      const { category, cites, strength, gives, instead } = screeningRules[rule]
      const [from = 0, to = text.length] = [folded.from[start], folded.from[end]]
      return { from, to, category, rule, cites, strength: strength[by.speaker], gives, instead }
    })
}

/** Whether a text has digits in it that may be a part of a number which is given in several goes. */
export const hasDigits = (text: string): boolean => piecesIn(fold(text)).length > 0

const isIn = (found: readonly { start: number; end: number }[], at: number): boolean =>
  found.some(other => at >= other.start && at < other.end)

const at = String.raw`(?:\s{0,2}[([{<]?\s{0,2}(?:@|\bat\b)\s{0,2}[)\]}>]?\s{0,2})`
const dot = /\s{0,2}[([{<]?\s{0,2}(?:\.|\bdot\b)\s{0,2}[)\]}>]?\s{0,2}/g
const emailShapes = [
  // As it is written: any domain there is.
  /(?<local>[a-z0-9._%+-]{1,64})@(?<host>(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})\b/g,
  // With the at, the dot or both in words or apart: the domains that people have.
  new RegExp(
    String.raw`(?<local>[a-z0-9._%+-]{1,64})${at}(?<host>[a-z0-9-]{1,63}(?:${dot.source}[a-z0-9-]{1,63}){0,3}${dot.source}(?:com|net|org|uk|co|io|me|info|biz|eu|ie|example|edu|gov)\b(?:\.[a-z]{2})?)`,
    'g',
  ),
]

function isOwnAddress(local: string, written: string, { addresses, domains }: Allowed): boolean {
  const host = written.replace(dot, '.').replace(/\s/g, '')
  return addresses.includes(`${local}@${host}`) || domains.some(own => isUnder(host, own))
}
const platforms =
  'insta|instagram|snap|snapchat|facebook|fb|whatsapp|tiktok|tik tok|twitter|discord|telegram|signal|kik|twitch|youtube|roblox|xbox|psn|playstation|steam|linkedin|messenger|viber|wechat|bereal'
const accountShapes = [
  // @name
  /(?<![a-z0-9._])@[a-z0-9_][a-z0-9_.]{2,30}/g,
  // insta: name, my snap is name, find me on facebook as name
  new RegExp(
    String.raw`\b(?:my|add me on|find me on|message me on|follow me on|i'?m on|dm me on)\s{1,2}(?:${platforms})\b(?:\s{1,2}(?:is|as|name|under|account|:))?[\s:]{0,3}[a-z0-9_.]{0,31}`,
    'g',
  ),
  new RegExp(String.raw`\b(?:${platforms})\s{0,2}[:=]\s{0,2}[a-z0-9_.]{3,31}`, 'g'),
  // links to a profile
  /\b(?:instagram|facebook|fb|snapchat|tiktok|twitter|x|t|wa|discord|linkedin|youtube|twitch)\.(?:com|me|gg|tv)\/[^\s]{2,80}/g,
]
