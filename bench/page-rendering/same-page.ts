const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}
const plain = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity] ?? entity)

/**
 * The main part of a page as the lines that its DOM would be written in: an element with its attributes in the order of
 * their names, a text, the end of an element. Space that only lays out the source is no part of it.
 */
function mainPart(html: string): string[] {
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? []
  return [...main.matchAll(/<(\/?)([a-z0-9]+)((?:\s[^<>]*)?)>|([^<]+)/gi)].flatMap(
    ([, end, name = '', attributes = '', text]) => {
      if (text !== undefined) return words(text)
      return end ? [`/${name}`] : [`${name} ${attributesOf(attributes).join(' ')}`.trim()]
    },
  )
}

const words = (text: string): string[] => {
  const trimmed = plain(text).replace(/\s+/g, ' ').trim()
  return trimmed ? [`“${trimmed}”`] : []
}

// A boolean attribute is the same with and without an empty value.
const attributesOf = (text: string): string[] =>
  [...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)]
    .map(([, name = '', value = '']) => `${name.toLowerCase()}="${plain(value).replace(/\s+/g, ' ').trim()}"`)
    .sort()

/** Throws at the first line in which two pages differ in their main part. */
export function mustBeSame(ours: string, theirs: string): void {
  const [left, right] = [mainPart(ours), mainPart(theirs)]
  const at = left.findIndex((line, number) => line !== right[number])
  if (at < 0 && left.length === right.length && left.length > 100) return
  throw new Error(`the two pages are not the same page:\n  ours   ${left[at]}\n  theirs ${right[at]}`)
}
