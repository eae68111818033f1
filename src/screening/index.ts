import type { StatementId } from '../guidance/index.ts'
import { fold } from './fold.ts'
import { digitRuns } from './numbers.ts'
import { type Allowed, isOwnAddress, isOwnPage } from './own.ts'
import { type Category, type RuleId, type Speaker, type Strength, screeningRules } from './rules.ts'

export { type Allowed, allowedBy } from './own.ts'
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

/** Numbers that anybody may give to anybody: emergency and helplines (docs: law-now R10 to R12). */
const publicNumbers = ['999', '112', '111', '101', '08001111', '08088005000', '08000280285', '03443814772']

/** What a text by this speaker gives away. Pure; reads the text once; linear in its length. */
export function screen(
  text: string,
  by: { readonly speaker: Speaker; readonly allowed: Allowed },
): Finding[] {
  const folded = fold(text)
  const found: { rule: RuleId; start: number; end: number }[] = []
  for (const { digits, start, end } of digitRuns(folded)) {
    if (isPhone(digits) && !isAllowed(digits, by.allowed)) found.push({ rule: 'personal-number', start, end })
  }
  for (const { index, 0: whole, groups } of folded.text.matchAll(emailShape)) {
    const domain = `${groups?.host}`.replace(dot, '.').replace(/\s/g, '')
    if (isOwnAddress(groups?.local ?? '', domain, by.allowed)) continue
    found.push({ rule: 'personal-email', start: index, end: index + whole.length })
  }
  for (const shape of accountShapes) {
    for (const { index, 0: whole } of folded.text.matchAll(shape)) {
      const inside = found.some(other => index >= other.start && index < other.end)
      if (!inside && !isOwnPage(whole, by.allowed))
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

/** Nine to fifteen digits, as E.164 has it, that begin as a number that can be called does. */
const isPhone = (digits: string): boolean =>
  /^(?:0[1-9]\d{8,9}|(?:00)?44(?:0)?[1-9]\d{8,9}|[1-9]\d{10,13}|00[1-9]\d{8,12}|7\d{9})$/.test(digits)

function isAllowed(digits: string, { numbers }: Allowed): boolean {
  const national = digits.replace(/^(?:00)?440?/, '0')
  return [...numbers, ...publicNumbers].some(own => own === digits || own === national)
}

const at = String.raw`(?:\s{0,2}[([{<]?\s{0,2}(?:@|\bat\b)\s{0,2}[)\]}>]?\s{0,2})`
const dot = /\s{0,2}[([{<]?\s{0,2}(?:\.|\bdot\b)\s{0,2}[)\]}>]?\s{0,2}/g
const emailShape = new RegExp(
  String.raw`(?<local>[a-z0-9._%+-]{1,64})${at}(?<host>[a-z0-9-]{1,63}(?:${dot.source}[a-z0-9-]{1,63}){0,3}${dot.source}(?:com|net|org|uk|co|io|me|info|biz|eu|ie|example|edu|gov)\b(?:\.[a-z]{2})?)`,
  'g',
)
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
