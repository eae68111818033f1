import { type Pointing, pointings, rules } from './rules-leading.ts'

/** Something pointed out in a text: `from` and `to` are UTF-16 positions in it. */
export interface PointedOut {
  readonly kind: Pointing
  readonly from: number
  readonly to: number
  readonly says: string
  readonly instead: string
}

/** What is read of a text, in UTF-16 characters: of a longer one, its beginning. */
const longest = 100_000

/**
 * Leading questions, and promises of secrecy, in what somebody writes of what a child said. Nothing is stopped by it: what
 * was asked belongs in the account. English alone; a net and not a wall. Pure; in order; linear in the length.
 */
export function pointOut(text: string): readonly PointedOut[] {
  const { plain, at } = plainly(text.slice(0, longest))
  const found = (Object.keys(rules) as Pointing[]).flatMap(kind =>
    rules[kind].flatMap(rule =>
      [...plain.matchAll(rule)].map(match => {
        const end = match.index + match[0].trimEnd().length
        return { kind, from: at[match.index] as number, to: (at[end - 1] as number) + 1, ...pointings[kind] }
      }),
    ),
  )
  return apart(found.toSorted((one, other) => one.from - other.from || other.to - one.to))
}

/** Without those that begin within another. */
function apart(found: readonly PointedOut[]): readonly PointedOut[] {
  let end = 0
  return found.filter(({ from, to }) => {
    if (from < end) return false
    end = to
    return true
  })
}

/** Lower case, apostrophes of one kind, and one space for whatever stands between words; with where each character was. */
function plainly(text: string): { plain: string; at: readonly number[] } {
  const at: number[] = []
  let plain = ''
  let before = ''
  for (let from = 0; from < text.length; from++) {
    const next = plainOf(text.charCodeAt(from))
    if (next === ' ' && before === ' ') continue
    plain += next
    at.push(from)
    before = next
  }
  return { plain, at }
}

/** What stands for one UTF-16 unit: itself in lower case, a space, or a full stop where a sentence ends. */
function plainOf(unit: number): string {
  const known = ascii[unit]
  if (known !== undefined) return known
  const one = String.fromCharCode(unit)
  if (/[’‘ʼ]/.test(one)) return "'"
  const lower = one.toLowerCase()
  return lower.length === 1 && /[\p{L}\p{N}]/u.test(lower) ? lower : ' '
}

const ascii = Array.from({ length: 128 }, (_, unit) => {
  const one = String.fromCharCode(unit).toLowerCase()
  if (/[a-z0-9'?-]/.test(one)) return one
  if (one === '`') return "'"
  // Nothing is read across the end of a sentence.
  return /[.!;\n]/.test(one) ? '.' : ' '
})
