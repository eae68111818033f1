/** What stands for what, from the first to the last. */
const rules: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  // Every way there is to end a line; a new page ends a paragraph.
  [/\r\n?|[\v\u2028]/g, '\n'],
  [/[\f\u2029]/g, '\n\n'],
  // Letters of Windows-1252 that somebody took for Latin-1: nobody means the control characters of that name.
  [/[\u0080-\u009f]/g, found => windows1252.decode(Uint8Array.of(found.charCodeAt(0)))],
  // Spaces of every width are a space.
  [/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  // Nothing is seen of these, and a word with one in it is not found.
  [
    /[\u00ad\u200b\u2060\ufeff\u180e\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}/gu,
    '',
  ],
  // Joiners shape Arabic and Indic letters and hold emoji together; anywhere else they hide in words.
  [/(?<!\ufe0f|[\p{Extended_Pictographic}\u0600-\u08ff\u0900-\u0dff])[\u200c\u200d]/gu, ''],
  // What Word and others put before a point. Glyphs for private use are bullets of Word’s Symbol typeface.
  [/^ *(?:[•●▪◦‣⁃∙■□○◆◇►▶➢➤✓✔·*–—-]|\p{Co}) +(?=\S)/gmu, '- '],
  [/^ *(?:[•●▪◦‣⁃∙■□○◆◇►▶➢➤✓✔]|\p{Co}) *(?=\S)/gmu, '- '],
  [/^ *o +(?=\S)/gm, '- '],
  [/\p{Co}/gu, ''],
  // Lines begin and end with a letter, points of one list are not parted, and one blank line parts paragraphs.
  // Looking behind keeps a run of spaces from being begun at each of them: a hundred thousand would take a minute.
  [/^ +|(?<! ) +$/gm, ''],
  [/^(- .*)\n\n+(?=- )/gm, '$1\n'],
  [/\n{3,}/g, '\n\n'],
]
const windows1252 = new TextDecoder('windows-1252')

/**
 * Text as it was pasted from Word, a web page or a PDF, in our markup and without what is odd in it: bullets become
 * "- ", spaces of every kind a space, and what nobody sees goes. Quotation marks and dashes stay as they are. A text that
 * is tidy already stays as it is.
 */
export const tidyPasted = (text: string): string =>
  rules
    .reduce(
      (tidied, [what, instead]) =>
        typeof instead === 'string' ? tidied.replace(what, instead) : tidied.replace(what, instead),
      text.toWellFormed(),
    )
    .normalize('NFC')
    .trim()
