import { blankIds, type MadeOf, ownPart, type Part, partText, textOf } from '../../clauses/index.ts'
import { newId } from '../../kit/ids.ts'

// No person types one; they come with what is read from files, and no database keeps them.
const unkeepable = /\p{Cs}|(?![\n\t])\p{Cc}/gu

/** Text that can be kept: halves of characters and control characters are taken out. */
export const keepable = (text: string): string => text.replace(unkeepable, '')

/**
 * A text as parts: one to each heading, and one before the first where words stand there. A part that reads as one did
 * before keeps that one's id and what was found of it; the others are new, and nobody has checked them.
 */
export function partsFromText(text: string, before: readonly Part[] = []): readonly Part[] {
  const known = new Map<string, Part[]>()
  for (const part of before) {
    const key = keyOf(part)
    known.set(key, [...(known.get(key) ?? []), part])
  }
  return passagesOf(text).map(passage => {
    const part = ownPart(newId(), passage.heading, passage.text)
    return known.get(keyOf(part))?.shift() ?? part
  })
}

/** A part by its words, as they stand in the text. */
const keyOf = (part: Part): string => {
  const { heading, text } = partText(part, marks)
  return `${heading}\n${text}`
}

function passagesOf(text: string): readonly { heading: string; text: string }[] {
  const passages: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }]
  for (const line of keepable(text).split('\n')) {
    const [, heading] = /^# +(\S.*)$/.exec(line.trimEnd()) ?? []
    if (heading) passages.push({ heading: heading.trim(), lines: [] })
    else passages.at(-1)?.lines.push(line)
  }
  return passages
    .map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }))
    .filter(passage => passage.heading || passage.text)
}

/** A draft's words with the text typed in their place. Blanks are filled in as they were. */
export const withText = (madeOf: MadeOf, text: string): MadeOf => ({
  ...madeOf,
  parts: partsFromText(text, madeOf.parts),
})

// A blank filled in with its own mark reads as the mark.
const marks: MadeOf['blanks'] = Object.fromEntries(blankIds.map(id => [id, `{${id}}`]))

/** The words of a draft for somebody to change: as textOf has them, but with the marks of blanks left as marks. */
export const wordsToChange = (madeOf: MadeOf): string => textOf({ ...madeOf, blanks: marks })
