import { align } from './align.ts'

/** Some words of a paragraph: in both texts, only in the one before, or only in the one after. */
export interface Words {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** What became of a paragraph. */
export type Paragraph =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'changed'; readonly words: readonly Words[] }

/**
 * What changed from one text to another, paragraph by paragraph in the order of the newer text; and word by word where a
 * paragraph was changed. Spaces and line ends alone are no change.
 */
export function differenceOf(before: string, after: string): readonly Paragraph[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)]
  const told: Paragraph[] = []
  let gap: Gap = { removed: [], added: [] }
  for (const step of align(old.map(evenly), now.map(evenly))) {
    if (step.kind === 'removed') gap.removed.push(old[step.before] ?? '')
    else if (step.kind === 'added') gap.added.push(now[step.after] ?? '')
    else {
      told.push(...acrossGap(gap), { kind: 'same', text: now[step.after] ?? '' })
      gap = { removed: [], added: [] }
    }
  }
  return [...told, ...acrossGap(gap)]
}

interface Gap {
  readonly removed: string[]
  readonly added: string[]
}

const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map(block => block.trim())
    .filter(Boolean)
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? []
const evenly = (text: string): string => text.split(/\s+/).join(' ')

// How far on to look for the paragraph that one was made from. Of thousands at once, the first ones only: no text takes long.
const lookAhead = 20
const mostLookedFor = 2000

/** Paragraphs that stand where others stood: those that are alike were changed, the rest were removed or added. */
function acrossGap({ removed, added }: Gap): readonly Paragraph[] {
  const told: Paragraph[] = []
  let next = 0
  for (const [at, text] of added.entries()) {
    const near = at < mostLookedFor ? removed.slice(next, next + lookAhead) : []
    const from = near.findIndex(one => alike(one, text))
    if (from === -1) {
      told.push({ kind: 'added', text })
      continue
    }
    told.push(...removed.slice(next, next + from).map(one => ({ kind: 'removed' as const, text: one })))
    told.push({ kind: 'changed', words: wordByWord(removed[next + from] ?? '', text) })
    next += from + 1
  }
  return [...told, ...removed.slice(next).map(text => ({ kind: 'removed' as const, text }))]
}

/** Whether at least half of the words of two paragraphs are the same, wherever they stand. */
function alike(one: string, other: string): boolean {
  // Of texts so unlike in length no half can be the same.
  if (one.length > 4 * other.length || other.length > 4 * one.length) return false
  const [words, others] = [evenly(one).split(' '), evenly(other).split(' ')]
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of others) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    common++
    counts.set(word, left - 1)
  }
  return 2 * common >= (words.length + others.length) / 2
}

function wordByWord(before: string, after: string): readonly Words[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const trimmed = (words: readonly string[]) => words.map(word => word.trim())
  // Put together at the end: looking at a text that grows word by word would read all of it each time.
  const runs: { kind: Words['kind']; words: string[] }[] = []
  for (const step of align(trimmed(old), trimmed(now))) {
    const text = (step.kind === 'removed' ? old[step.before] : now[step.after]) ?? ''
    const last = runs.at(-1)
    if (last?.kind === step.kind) last.words.push(spaced(last.words.at(-1) ?? '', text))
    else runs.push({ kind: step.kind, words: [text] })
  }
  return runs.map(({ kind, words }) => ({ kind, text: words.join('') }))
}

/** A word at the end of its paragraph has no space after it; in the other text it may stand before more words. */
const spaced = (before: string, text: string): string => (/\s/.test(before.at(-1) ?? '') ? text : ` ${text}`)
