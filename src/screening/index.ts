import type { StatementId } from '../guidance/index.ts'
import { type Allowed, isOwnAccount, isOwnAddress, isOwnHost, isOwnNumber } from './allowed.ts'
import { fold, originally } from './fold.ts'
import { look } from './look.ts'
import { phonesApart } from './phones-apart.ts'
import { type Category, type RuleId, type Speaker, type Strength, screeningRules } from './rules.ts'

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
  const folded = fold(text)
  const seen = look(folded.text).filter(one => !isOwn(one.about, by.allowed))
  const apart = phonesApart((by.before ?? []).map(fold), folded, digits => isOwnNumber(digits, by.allowed))
    .filter(({ start, end }) => !seen.some(one => one.start < end && start < one.end))
    .map(one => ({ rule: 'personal-number' as const, start: one.start, end: one.end }))
  return [...seen, ...apart]
    .sort((a, b) => a.start - b.start)
    .map(({ rule, start, end }) => {
      const { category, cites, strength, gives, instead } = screeningRules[rule]
      const [from, to] = [originally(folded, start), originally(folded, end)]
      return { from, to, category, rule, cites, strength: strength[by.speaker], gives, instead }
    })
}

function isOwn(about: ReturnType<typeof look>[number]['about'], allowed: Allowed): boolean {
  if (!about) return false
  if (about.kind === 'number') return isOwnNumber(about.digits, allowed)
  if (about.kind === 'address') return isOwnAddress(about.local, about.host, allowed)
  if (about.kind === 'account') return isOwnAccount(about.name, allowed)
  return isOwnHost(about.host, allowed) || isOwnAccount(about.path.split('/')[1] ?? '', allowed)
}
