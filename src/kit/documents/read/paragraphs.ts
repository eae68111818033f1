import type { Line } from './lines.ts'

const edge = 0.1

/** The pages without what is the same, but for its numbers, at the head or foot of more than half of them. */
export function withoutEdges(pages: readonly (readonly Line[])[]): {
  readonly kept: readonly (readonly Line[])[]
  readonly left: boolean
} {
  const atEdge = ({ from }: Line) => from < edge || from > 1 - edge
  const shape = ({ text }: Line) => text.replace(/\d+/g, '#')
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const one of new Set(page.filter(atEdge).map(shape))) counts.set(one, (counts.get(one) ?? 0) + 1)
  const runs = (line: Line) =>
    pages.length > 1 && atEdge(line) && (counts.get(shape(line)) ?? 0) > pages.length / 2
  const kept = pages.map(page => page.filter(line => !runs(line)))
  return { kept, left: kept.some((page, at) => page.length < (pages[at]?.length ?? 0)) }
}

const point = /^(?:[•●▪◦‣⁃∙■□○►➢✓\uf0b7\uf0a7-]|o(?=\s))\s*(?=\S)/u
const number = /^\d{1,3}[.)]\s+\S/

/**
 * The lines of a document as its text in our markup. A paragraph goes on to the next line where that stands no further
 * below than lines of its size do, and over the end of a page where it is in the middle of a sentence. A short line that
 * is set clearly larger than most of the text is a heading.
 */
export function joined(pages: readonly (readonly Line[])[]): string {
  const body = commonest(pages.flat().map(({ size }) => size))
  const gap = usualGap(pages, body)
  const made: { text: string; kind: 'heading' | 'point' | 'paragraph' }[] = []
  for (const page of pages) {
    let above: Line | undefined
    for (const line of page) {
      const last = made.at(-1)
      const kind = kindOf(line, body)
      const near = above
        ? above.y - line.y <= 1.4 * Math.max(gap, line.size) && above.y > line.y && above.size === line.size
        : last?.kind !== 'heading' && inMidSentence(last?.text ?? '', line.text)
      if (last && near && (kind === 'paragraph' || (kind === 'heading' && last.kind === 'heading')))
        last.text = `${last.text}${last.text.endsWith('-') ? '' : ' '}${line.text}`
      else made.push({ kind, text: line.text })
      above = line
    }
  }
  return made
    .map(({ kind, text }, at) => {
      const next = made[at + 1]
      const apart = kind === 'point' && next?.kind === 'point' ? '\n' : '\n\n'
      return `${marked(kind, text)}${apart}`
    })
    .join('')
}

const marked = (kind: string, text: string): string => {
  if (kind === 'heading') return `# ${text}`
  return kind === 'point' ? text.replace(point, '- ') : text
}

function kindOf({ text, size }: Line, body: number): 'heading' | 'point' | 'paragraph' {
  if (point.test(text) || number.test(text)) return size > 1.15 * body ? 'heading' : 'point'
  return size > 1.15 * body && text.length <= 160 ? 'heading' : 'paragraph'
}

const inMidSentence = (before: string, after: string): boolean =>
  before !== '' && !/[.!?:;”"’)]$/.test(before) && /^[\p{Ll}\d(“"]/u.test(after) && !number.test(after)

/** What is met most often, to half a point; the larger of two that are met as often. */
function commonest(some: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const one of some) {
    const near = Math.round(one * 2) / 2
    counts.set(near, (counts.get(near) ?? 0) + 1)
  }
  const [first] = [...counts].toSorted(([a, one], [b, other]) => other - one || b - a)
  return first?.[0] ?? 0
}

/** How far below one another lines of the text stand, mostly. */
function usualGap(pages: readonly (readonly Line[])[], body: number): number {
  const gaps = pages.flatMap(page => page.slice(1).map((line, at) => (page[at]?.y ?? 0) - line.y))
  return commonest(gaps.filter(gap => gap > 0.8 * body && gap < 2.2 * body)) || 1.2 * body
}
