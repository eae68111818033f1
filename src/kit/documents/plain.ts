import type { Block } from '../markup/index.ts'
import { type Paper, versionLine } from './paper.ts'

/** As wide as a letter’s lines are; a mail program of any age shows it whole. */
const width = 72

/** A paper as plain text, its lines wrapped. */
export function plainOf(paper: Paper): string {
  const { title, organisation, standing, closing, blocks } = paper
  const head = [
    ...wrapped(organisation),
    '',
    ...underlined(title, '='),
    '',
    ...wrapped(versionLine(paper)),
    ...wrapped(standing),
  ]
  const body = blocks.flatMap(block => ['', ...linesOf(block)])
  return `${[...head, ...body, '', '-'.repeat(width), ...wrapped(closing), ''].join('\n')}`
}

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'heading') return ['', ...underlined(block.text, '-')]
  if (block.kind === 'points') return block.items.flatMap(item => hanging('- ', item))
  if (block.kind === 'numbered')
    return block.items.flatMap((item, at) => hanging(`${block.from + at}. `.padEnd(4), item))
  return block.text.split('\n').flatMap(line => wrapped(line))
}

function underlined(text: string, mark: string): readonly string[] {
  const lines = wrapped(text)
  return [...lines, mark.repeat(Math.max(...lines.map(line => [...line].length)))]
}

const hanging = (mark: string, text: string): readonly string[] =>
  wrapped(text, width - mark.length).map((line, at) => `${at === 0 ? mark : ' '.repeat(mark.length)}${line}`)

/** Lines of at most `most` letters, broken between words. A word that is longer has a line to itself, whole. */
function wrapped(text: string, most = width): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && [...line].length + 1 + [...word].length > most) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}
