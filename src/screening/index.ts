import type { StatementId } from '../guidance/index.ts'
import { type Allowed, isOwnAccount, isOwnAddress, isOwnHost, isOwnNumber, isPublicHost } from './allowed.ts'
import { fold } from './fold.ts'
import { look } from './look.ts'
import { phonesApart } from './phones-apart.ts'
import { readFor, textRead } from './read.ts'
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
  const { before } = by
  // What is seen of a text with no figure in it stands in it alone.
  const inParts = read.numeric > 0 && (read.numeric >= 10 || (before !== undefined && before.length > 0))
  if (all.length === 0 && !inParts) return []
  const { moved, from } = read
  const seen = all.filter(one => !isOwn(one.about, by.allowed))
  if (inParts) seen.push(...inSeveralGoes(seen, before ?? [], by.allowed))
  if (seen.length > 1) seen.sort((a, b) => a.start - b.start)
  return seen.map(({ rule, start, end }) => {
    const { category, cites, strength, gives, instead } = screeningRules[rule]
    return {
      from: moved ? (from[start] as number) : start,
      to: moved ? endOf(end) : end,
      category,
      rule,
      cites,
      strength: strength[by.speaker],
      gives,
      instead,
    }
  })
}

/** Where what ends at a folded place ends in the original: after the whole of a character that was folded into several. */
function endOf(end: number): number {
  const { from, length } = read
  let after = end
  while (after < length && from[after] === from[end - 1]) after++
  return from[after] as number
}

// Read into again and again: nothing of a text is left for the next.
const read = readFor(1024)

/** Numbers whose digits stand apart, or a part of them in what was said before. Both lists are in the order they stand. */
function inSeveralGoes(seen: readonly Seen[], before: readonly string[], allowed: Allowed): Seen[] {
  const text = { text: textRead(read), from: undefined }
  let at = 0
  return phonesApart(before.map(fold), text, digits => isOwnNumber(digits, allowed))
    .filter(({ start, end }) => {
      while (at < seen.length && (seen[at] as Seen).end <= start) at++
      return !seen[at] || (seen[at] as Seen).start >= end
    })
    .map(({ start, end }) => ({ rule: 'personal-number' as const, start, end }))
}

function isOwn(about: Seen['about'], allowed: Allowed): boolean {
  if (!about) return false
  if (about.kind === 'number') return isOwnNumber(about.digits, allowed)
  if (about.kind === 'address') return isOwnAddress(about.local, about.host, allowed)
  if (about.kind === 'account') return isOwnAccount(about.name, allowed)
  if (isPublicHost(about.host)) return true
  return isOwnHost(about.host, allowed) || isOwnAccount(about.path.split('/')[1] ?? '', allowed)
}
