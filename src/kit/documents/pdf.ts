import type { Block } from '../markup/index.ts'
import { directionOf, type Json, type Sheet } from '../typst/index.ts'
import { paperFrame } from './frame.typ.ts'
import { type Paper, shortened, versionLine } from './paper.ts'

/** 45 letters without a space are no word that a line can end before: it may be broken after every eighth. */
const breakable = (text: string): string => text.replace(/\S{45,}/gu, word => [...word].map(broken).join(''))
const broken = (letter: string, at: number): string => (at % 8 === 7 ? `${letter}\u200b` : letter)

const piece = (text: string): Json => ({ text: breakable(text), dir: directionOf(text) })
const blockData = (block: Block): Json => {
  if (block.kind === 'numbered')
    return { kind: block.kind, from: block.from, items: block.items.map(piece), ...sideOf(block.items) }
  if (block.kind === 'points')
    return { kind: block.kind, items: block.items.map(piece), ...sideOf(block.items) }
  return { kind: block.kind, lines: block.text.split('\n').map(breakable), dir: directionOf(block.text) }
}
const sideOf = (items: readonly string[]) => ({ dir: directionOf(items[0] ?? '') })

/** The sheet of a paper: A4, lines of some seventy letters, the same head and foot on every page. */
export const sheetOf = (paper: Paper): Sheet => ({
  source,
  about: {
    title: paper.title,
    author: paper.organisation,
    date: paper.date,
    language: paper.language,
  },
  data: {
    organisation: piece(paper.organisation),
    title: piece(paper.title),
    long: [...paper.title].length > 90,
    running: { organisation: shortened(paper.organisation, 45), title: shortened(paper.title, 45) },
    foot: versionLine(paper),
    standing: piece(paper.standing),
    closing: paper.closing,
    blocks: paper.blocks.map(blockData),
  },
})

const source = `
${paperFrame({
  margin: { top: 34, bottom: 31, x: 33 },
  left: 'data.running.organisation',
  right: 'data.running.title',
})}
#set text(11pt, fill: ink, hyphenate: false)
#set par(leading: 0.68em, spacing: 1.3em, justify: false)
#set list(marker: ([•],), indent: 0.2em, body-indent: 0.75em, tight: false, spacing: 0.95em)
#set enum(indent: 0.2em, body-indent: 0.75em, tight: false, spacing: 0.95em)
#show heading.where(level: 1): it => block(below: 0.9em, {
  set par(leading: 0.42em)
  text(if data.long { 16pt } else { 26pt }, it.body)
})
#show heading.where(level: 2): it => block(above: 2em, below: 0.85em, sticky: true, text(14.5pt, it.body))

#block(width: 100%, above: 0pt, below: 26pt, {
  line(length: 34mm, stroke: 3.4pt + ink)
  v(2pt)
  block(below: 1.1em, par(text(11pt, weight: "bold", fill: quiet, said(data.organisation))))
  heading(level: 1, said(data.title))
  set text(fill: quiet)
  set par(spacing: 0.75em)
  par(data.foot)
  par(said(data.standing))
  v(0.5em)
  line(length: 100%, stroke: hair)
})

#for one in data.blocks {
  set text(dir: side(one.dir))
  if one.kind == "heading" { heading(level: 2, one.lines.join(" ")) }
  if one.kind == "paragraph" { par(one.lines.map(line => [#line]).join(linebreak())) }
  if one.kind == "points" { list(..one.items.map(said)) }
  if one.kind == "numbered" { enum(start: one.from, ..one.items.map(said)) }
}

#v(14pt)
#block(breakable: false, {
  line(length: 100%, stroke: hair)
  set text(8.5pt, fill: quiet)
  par(data.closing)
})
`
