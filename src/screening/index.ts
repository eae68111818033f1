import type { StatementId } from '../guidance/index.ts'
import { type Allowed, isOwnAccount, isOwnAddress, isOwnHost, isOwnNumber, isPublicHost } from './allowed.ts'
import { look } from './look.ts'
import { endedHere, numbersInGoes } from './over-messages.ts'
import { readFor } from './read.ts'
import { type Category, type RuleId, type Speaker, type Strength, screeningRules } from './rules.ts'
import type { Seen } from './seen.ts'

export { type Allowed, allowedBy, nothingAllowed } from './allowed.ts'
export { type Found, isStopped, type Outcome, outcomeOf, outcomes } from './outcomes.ts'
export { type FindPhrases, foldedPhrase, phraseFinder } from './own-phrases.ts'
export {
  type Category,
  type RuleId,
  type Speaker,
  type Strength,
  screeningRules,
} from './rules.ts'

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

/** What a text by this speaker gives away or asks. Pure; every text gets an answer; linear in its length. */
export function screen(
  text: string,
  by: {
    readonly speaker: Speaker
    readonly allowed: Allowed
    /** What the same speaker said just before, oldest first: a number can be given in several goes. */
    readonly before?: readonly string[]
  },
): Finding[] {
  const all = look(text, read, by.speaker)
  const before = by.before ?? none
  // What is seen of a text with no figure in it stands in it alone.
  const inParts = read.numeric > 0 && (read.numeric >= 10 || before.length > 0)
  const last = before.at(-1)
  const ended = last === undefined ? none : endedHere(last, text, by.speaker)
  if (all.length === 0 && !inParts && ended.length === 0) return []
  const { allowed, speaker } = by
  const seen = othersOf(all, allowed)
  if (inParts) {
    const isAllowed = (digits: string) => isOwnNumber(digits, allowed)
    const apart = numbersInGoes(seen, before, read, isAllowed)
    for (const one of apart) seen.push(one)
    if (apart.length > 0) seen.sort((a, b) => a.start - b.start)
  }
  const found: Finding[] = []
  for (const { rule, start, end } of seen) {
    const [from, to] = read.moved ? [read.from[start] as number, endOf(end)] : [start, end]
    found.push(finding(rule, from, to, speaker))
  }
  const begun = ended.find(({ about }) => !isOwn(about, allowed))
  return begun ? withBegun(found, finding(begun.rule, begun.from, begun.to, speaker)) : found
}

/** What was seen, without what is the organisation's own. */
function othersOf(all: readonly Seen[], allowed: Allowed): Seen[] {
  const others: Seen[] = []
  for (const one of all) if (one.about === undefined || !isOwn(one.about, allowed)) others.push(one)
  return others
}

/** With what was begun before, unless something of more weight than a bare link stands where it ends. */
function withBegun(found: readonly Finding[], begun: Finding): Finding[] {
  const others = found.filter(({ rule, from }) => rule !== 'link' || from >= begun.to)
  return others.some(({ from }) => from < begun.to) ? [...found] : [begun, ...others]
}

function finding(rule: RuleId, from: number, to: number, speaker: Speaker): Finding {
  const { category, cites, strength, gives, instead } = screeningRules[rule]
  return { from, to, category, rule, cites, strength: strength[speaker], gives, instead }
}

/** Where what ends at a folded place ends in the original: after the whole of a character that was folded into several. */
function endOf(end: number): number {
  const { from, length } = read
  let after = end
  while (after < length && from[after] === from[end - 1]) after++
  return from[after] as number
}

const none: readonly never[] = []
// Read into again and again: nothing of a text is left for the next.
const read = readFor(1024)

function isOwn(about: Seen['about'], allowed: Allowed): boolean {
  if (!about) return false
  if (about.kind === 'number') return isOwnNumber(about.digits, allowed)
  if (about.kind === 'address') return isOwnAddress(about.local, about.host, allowed)
  if (about.kind === 'account') return isOwnAccount(about.name, allowed)
  if (isPublicHost(about.host)) return true
  return isOwnHost(about.host, allowed) || isOwnAccount(about.path.split('/')[1] ?? '', allowed)
}
