/** One step from one sequence to another: the places of what stands in both, was removed, or was added. */
export type Step =
  | { readonly kind: 'same'; readonly before: number; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | { readonly kind: 'added'; readonly after: number }

// A table of this many cells takes a few milliseconds. What would need more is parted first.
const mostCells = 1_000_000

/**
 * Says how one sequence becomes another, keeping as much as it can in its order. Two long sequences are parted at what
 * stands once in each of them; where there is nothing such, the whole stretch is told as removed and added, so that no
 * text takes long.
 */
export function align(before: readonly string[], after: readonly string[]): readonly Step[] {
  const names = new Map<string, number>()
  const numbered = (words: readonly string[]) =>
    words.map(word => {
      const known = names.get(word) ?? names.size
      names.set(word, known)
      return known
    })
  const steps: Step[] = []
  alignStretch(numbered(before), numbered(after), { before: 0, after: 0 }, steps)
  return steps
}

type Place = { readonly before: number; readonly after: number }

/** Aligns two stretches that begin at `from` in the whole sequences. */
function alignStretch(a: readonly number[], b: readonly number[], from: Place, steps: Step[]): void {
  const least = Math.min(a.length, b.length)
  let start = 0
  while (start < least && a[start] === b[start]) start++
  let end = 0
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  same(from, start, steps)
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  alignMiddle(middleA, middleB, { before: from.before + start, after: from.after + start }, steps)
  same({ before: from.before + a.length - end, after: from.after + b.length - end }, end, steps)
}

function same(from: Place, count: number, steps: Step[]): void {
  for (let at = 0; at < count; at++)
    steps.push({ kind: 'same', before: from.before + at, after: from.after + at })
}

function replaced(from: Place, removed: number, added: number, steps: Step[]): void {
  for (let at = 0; at < removed; at++) steps.push({ kind: 'removed', before: from.before + at })
  for (let at = 0; at < added; at++) steps.push({ kind: 'added', after: from.after + at })
}

function alignMiddle(a: readonly number[], b: readonly number[], from: Place, steps: Step[]): void {
  const cells = a.length * b.length
  const anchors = cells > mostCells ? inOrder(onceInBoth(a, b)) : []
  if (cells > 0 && cells <= mostCells) byTable(a, b, from, steps)
  else if (anchors.length === 0) replaced(from, a.length, b.length, steps)
  else byAnchors(a, b, from, anchors, steps)
}

function byAnchors(
  a: readonly number[],
  b: readonly number[],
  from: Place,
  anchors: readonly Place[],
  steps: Step[],
): void {
  let at: Place = { before: 0, after: 0 }
  for (const next of [...anchors, { before: a.length, after: b.length }]) {
    const here = { before: from.before + at.before, after: from.after + at.after }
    alignStretch(a.slice(at.before, next.before), b.slice(at.after, next.after), here, steps)
    if (next.before === a.length) return
    same({ before: from.before + next.before, after: from.after + next.after }, 1, steps)
    at = { before: next.before + 1, after: next.after + 1 }
  }
}

/** The longest common subsequence, by the table of lengths from each pair of places to the end. */
function byTable(a: readonly number[], b: readonly number[], from: Place, steps: Step[]): void {
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const cell = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1))
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j])
      steps.push({ kind: 'same', before: from.before + i++, after: from.after + j++ })
    else if (j === b.length || (i < a.length && cell(i + 1, j) >= cell(i, j + 1)))
      steps.push({ kind: 'removed', before: from.before + i++ })
    else steps.push({ kind: 'added', after: from.after + j++ })
  }
}

/** What stands exactly once in each, in the order of the first. */
function onceInBoth(a: readonly number[], b: readonly number[]): readonly Place[] {
  const [inA, inB] = [placesOf(a), placesOf(b)]
  return a.flatMap((word, before) => {
    const after = inB.get(word)
    return inA.get(word) !== -1 && after !== undefined && after !== -1 ? [{ before, after }] : []
  })
}

/** Where each stands; -1 for what stands more than once. */
function placesOf(words: readonly number[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  words.forEach((word, at) => {
    places.set(word, places.has(word) ? -1 : at)
  })
  return places
}

/** The most of these places whose order is the same in both (patience: the longest increasing run of `after`). */
function inOrder(places: readonly Place[]): readonly Place[] {
  const tops: number[] = []
  const previous: (number | undefined)[] = []
  places.forEach(({ after }, at) => {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[tops[middle] ?? 0]?.after ?? 0) < after) low = middle + 1
      else high = middle
    }
    previous[at] = tops[low - 1]
    tops[low] = at
  })
  const found: Place[] = []
  for (let at = tops.at(-1); at !== undefined; at = previous[at]) found.push(...places.slice(at, at + 1))
  return found.reverse()
}
