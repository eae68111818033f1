import { type BlankId, blankIds, fill, filling, joiner, marksIn } from './blanks.ts'
import type { MadeOf, Part } from './part.ts'

/** A heading on one line. */
const headingOf = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Text that stays within its part: a line that begins as a heading does keeps its sign, and is text. */
const within = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // Looking behind, a long run of spaces is begun once and not at each of them.
    .replace(/(?<![^\S\n])[^\S\n]+$/gm, '')
    .replace(/^[^\S\n]*#(?=[^\S\n]+\S)/gm, `#${joiner}`)
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** One part as it reads, with its blanks filled in. */
export const partText = (part: Part, filled: MadeOf['blanks']): { heading: string; text: string } => ({
  heading: headingOf(fill(part.heading, filled)),
  text: within(fill(part.text, filled)),
})

/**
 * The policy as one text in our markup: empty lines between paragraphs, `# ` before a heading, `- ` before a point. The
 * same parts and blanks always give the same text. A part's words cannot make a heading; a blank still empty reads as
 * what stands instead of it.
 */
export const textOf = (madeOf: MadeOf): string =>
  madeOf.parts
    .flatMap(part => {
      const { heading, text } = partText(part, madeOf.blanks)
      return [heading && `# ${heading}`, text].filter(Boolean)
    })
    .join('\n\n')

/** The blanks that some part has a mark for, in the order in which they are asked. */
export function usedBlanks({ parts }: MadeOf): readonly BlankId[] {
  const used = new Set(parts.flatMap(({ heading, text }) => marksIn(`${heading}\n${text}`)))
  return blankIds.filter(id => used.has(id))
}

/** The blanks that some part has a mark for and that are empty. */
export const unfilled = (madeOf: MadeOf): readonly BlankId[] =>
  usedBlanks(madeOf).filter(id => !filling(madeOf.blanks, id))
