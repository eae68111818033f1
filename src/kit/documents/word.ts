import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Block } from '../markup/index.ts'
import { directionOf } from '../typst/index.ts'
import { type Paper, shortened, versionLine } from './paper.ts'

/** A paper as a Word document: real headings and lists, so that Word’s own outline and a screen reader’s show them. */
export async function wordOf(paper: Paper): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(documentOf(paper)))
}

const ink = '16202A'
const quiet = '46535F'
// Twentieths of a point; a page of A4 less its margins.
const margin = 1870
const across = 11906 - 2 * margin

function documentOf(paper: Paper): Document {
  const { title, organisation, standing, closing, language, blocks } = paper
  const starts = new Set(blocks.flatMap(block => (block.kind === 'numbered' ? [block.from] : [])))
  return new Document({
    title: plain(title),
    creator: plain(organisation),
    lastModifiedBy: plain(organisation),
    subject: versionLine(paper),
    styles: stylesIn(language),
    numbering: { config: [listOf('points', 1), ...[...starts].map(from => listOf(`from-${from}`, from))] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { margin: { top: 1930, bottom: 1750, left: margin, right: margin } },
        },
        headers: { first: new Header({ children: [] }), default: headOf(paper) },
        footers: { first: footOf(paper), default: footOf(paper) },
        children: [
          line(organisation, { style: 'Quiet' }, true),
          line(title, { heading: HeadingLevel.TITLE }),
          line(versionLine(paper), { style: 'Quiet' }),
          line(standing, { style: 'Quiet', border: { bottom: rule }, spacing: { after: 360 } }),
          ...blocks.flatMap((block, at) => paragraphsOf(block, at)),
          line(closing, { style: 'Quiet', border: { top: rule }, spacing: { before: 480 } }),
        ],
      },
    ],
  })
}

const rule = { style: BorderStyle.SINGLE, size: 4, space: 8, color: 'B8C2CB' }

const stylesIn = (language: string) => ({
  default: {
    document: {
      run: { font: 'Arial', size: 22, color: ink, language: { value: language } },
      paragraph: { spacing: { after: 160, line: 300 } },
    },
    title: {
      run: { size: 48, bold: true, color: ink },
      paragraph: { spacing: { before: 120, after: 200, line: 260 } },
    },
    heading1: {
      run: { size: 29, bold: true, color: ink },
      paragraph: { spacing: { before: 400, after: 140 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Quiet',
      name: 'Quiet',
      basedOn: 'Normal',
      run: { color: quiet },
      paragraph: { spacing: { after: 80 } },
    },
  ],
})

const listOf = (reference: string, start: number) => ({
  reference,
  levels: [
    {
      level: 0,
      start,
      format: reference === 'points' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text: reference === 'points' ? '•' : '%1.',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 480, hanging: 360 } } },
    },
  ],
})

const headOf = (paper: Paper): Header =>
  new Header({
    children: [twoEnds(shortened(paper.organisation, 45), [shortened(paper.title, 45)], { bottom: rule })],
  })

const footOf = (paper: Paper): Footer =>
  new Footer({
    children: [
      twoEnds(versionLine(paper), ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], {
        top: rule,
      }),
    ],
  })

const twoEnds = (
  left: string,
  right: readonly string[],
  border: NonNullable<IParagraphOptions['border']>,
): Paragraph =>
  new Paragraph({
    border,
    tabStops: [{ type: TabStopType.RIGHT, position: across }],
    children: [
      new TextRun({ children: [plain(left), new Tab(), ...right.map(plain)], size: 18, color: quiet }),
    ],
  })

function paragraphsOf(block: Block, at: number): readonly Paragraph[] {
  if (block.kind === 'heading') return [line(block.text, { heading: HeadingLevel.HEADING_1 })]
  if (block.kind === 'paragraph') return [line(block.text, {})]
  const reference = block.kind === 'points' ? 'points' : `from-${block.from}`
  return block.items.map(item =>
    line(item, { numbering: { reference, level: 0, instance: at }, spacing: { after: 80 } }),
  )
}

function line(text: string, options: IParagraphOptions, bold = false): Paragraph {
  const rtl = directionOf(text) === 'rtl'
  const runs = text
    .split('\n')
    .map(
      (one, at) => new TextRun({ text: plain(one), bold, rightToLeft: rtl, ...(at > 0 ? { break: 1 } : {}) }),
    )
  return new Paragraph({ ...options, bidirectional: rtl, children: runs })
}

/** Without what XML cannot hold (XML 1.0, “Char”). Word refuses a file with one such letter in it. */
const plain = (text: string): string => text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
