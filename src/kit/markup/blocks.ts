/** A piece of a text as a person typed it in plain words. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** Its lines are the person’s own: a line end in it stays one. */
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'points'; readonly items: readonly string[] }
  /** Numbered by the person from `from` on, one after another. */
  | { readonly kind: 'numbered'; readonly from: number; readonly items: readonly string[] }

/**
 * The pieces of a text: blank lines part paragraphs, "# " begins a heading of one line, "- " a point, and two lines or
 * more that count on (1. 2. or 1) 2)) are a numbered list. Total: every text is read, and no word of it is lost.
 */
export function blocksOf(text: string): readonly Block[] {
  const lines = text.split(/\r\n|\r|\n/).map(line => line.trim())
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const [block, taken] = blockAt(lines, at)
    if (block) blocks.push(block)
    at += taken
  }
  return blocks
}

function blockAt(lines: readonly string[], at: number): readonly [Block | undefined, number] {
  const line = lines[at] ?? ''
  if (!line) return [undefined, 1]
  if (isHeading(line)) return [{ kind: 'heading', text: line.slice(2).trim() }, 1]
  if (isPoint(line)) {
    const items = run(lines, at, isPoint).map(one => one.slice(2).trim())
    return [{ kind: 'points', items }, items.length]
  }
  if (beginsNumbers(lines, at)) {
    const from = numberOf(line) ?? 1
    const items = run(lines, at, (one, after) => numberOf(one) === from + after)
    return [{ kind: 'numbered', from, items: items.map(one => one.replace(numbered, '')) }, items.length]
  }
  const taken = run(lines, at, (_line, after) => after === 0 || isPlain(lines, at + after))
  return [{ kind: 'paragraph', text: taken.join('\n') }, taken.length]
}

const numbered = /^(\d{1,3})[.)]\s+(?=\S)/
const numberOf = (line: string): number | undefined => {
  const found = numbered.exec(line)?.[1]
  return found === undefined ? undefined : Number(found)
}
const isHeading = (line: string): boolean => /^#\s+\S/.test(line)
const isPoint = (line: string): boolean => /^-\s+\S/.test(line)
/** A number alone may begin a sentence; with the next number on the next line it begins a list. */
const beginsNumbers = (lines: readonly string[], at: number): boolean => {
  const [one, next] = [numberOf(lines[at] ?? ''), numberOf(lines[at + 1] ?? '')]
  return one !== undefined && next === one + 1
}
const isPlain = (lines: readonly string[], at: number): boolean => {
  const line = lines[at] ?? ''
  return line !== '' && !isHeading(line) && !isPoint(line) && !beginsNumbers(lines, at)
}

/** The lines from `at` on that belong together. */
function run(
  lines: readonly string[],
  at: number,
  belongs: (line: string, after: number) => boolean,
): readonly string[] {
  let end = at
  while (end < lines.length && belongs(lines[end] ?? '', end - at)) end++
  return lines.slice(at, end)
}
