import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { charactersOf } from './characters-of.ts'

const find = createRequire(import.meta.url).resolve
const files = [
  'atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf',
  'atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf',
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
]

/** The typefaces, in the order in which a letter is looked for. */
export const families = ['Atkinson Hyperlegible', 'Noto Sans', 'Noto Sans Arabic'] as const

/** The typefaces’ files: ours and no others, so that a document looks the same wherever it is made. */
export const fontFiles = (): Buffer[] => files.map(file => readFileSync(find(`@expo-google-fonts/${file}`)))

let known: ReadonlySet<number> | undefined
const shown = (): ReadonlySet<number> => {
  known ??= new Set(fontFiles().flatMap(file => [...charactersOf(file)]))
  return known
}

/** What stands for a letter that no typeface of ours has. */
const standIn = '\ufffd'
// Marks that no reader sees, and that PDF/UA forbids or fonts lack: control characters but tab and line ends, and the
// byte order mark. And the two that turn words around against the way they are written: a document shows what it says.
const noLetters = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|[\ufeff\u202d\u202e]/gu
// Marks that shape the text around them, which a typeface need not have.
const shapesOnly = /\p{Default_Ignorable_Code_Point}|\s/u

const isShown = (letter: string): boolean =>
  shapesOnly.test(letter) || shown().has(letter.codePointAt(0) ?? 0)

/** The letters of a text that no typeface of ours has, each once: a document shows a stand-in for them. */
export const unprintable = (text: string): readonly string[] => [
  ...new Set([...text.toWellFormed().replace(noLetters, '')].filter(letter => !isShown(letter))),
]

/** A text with a stand-in for every letter that could not be shown: PDF/UA-1 refuses a document that has one. */
export function printable(text: string): string {
  const clean = text.toWellFormed().replace(noLetters, '')
  return [...clean].map(letter => (isShown(letter) ? letter : standIn)).join('')
}
