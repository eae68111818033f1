import type { Field, Sent } from '../../kit/forms/index.ts'
import { beginsAs, holdsPicture } from '../../kit/sniff/index.ts'

/** Why none is taken, and what helps instead. */
export const noPictures =
  'We take no picture, film or packed file, and kept nothing of it. Never look at, copy, print, share, store or save such a picture. Write where it is instead: the web address, the account’s name, or which device it is on and where that is now'
export const noFiles =
  'We take no files here, and kept nothing of it. Write in your own words what it says, and where it is now. Whoever reads this tells you how to hand it over'

export const noDocuments =
  'We take no files here, and kept nothing of it. Write in your own words what it says, and where it is now. Whoever reads this tells you how to hand it over. If there is a picture in it: never look at, copy, print, share, store or save such a picture'

/** Bytes that somebody took for text: what no person types is in them, again and again. */
const isBytes = (text: string): boolean => (text.match(/(?![\t\n\r\f])[\p{Cc}\ufffd]/gu)?.length ?? 0) >= 8

const isPicture = (typed: string): boolean => isBytes(typed) || holdsPicture(typed)

/** A field in which no picture can be sent, however it was pasted: for whatever is written in a concern. */
export const noPicture = <T>(field: Field<T>): Field<T> => ({
  parse: typed =>
    isPicture(typed ?? '')
      ? { ok: false, sentence: `${noPictures}. Your other words are below` }
      : field.parse(typed),
})

const pasted: readonly RegExp[] = [
  /data:[a-z0-9.+/-]{0,80}(?:;[^\s,;]{0,80}){0,8},[^\s"'<>)]*/gi,
  /<(?:[a-z]{1,20}:)?svg[\s>/][\s\S]*?(?:<\/(?:[a-z]{1,20}:)?svg>|$)/gi,
  /^(?:begin(?:-base64)? [0-7]{3,4} |=ybegin )[\s\S]*/gm,
  // No word is so long.
  /[A-Za-z0-9+/_=-]{60,}/g,
]

/** What was typed without the picture in it: as many of the words as can be told from it. */
function withoutPicture(text: string): string {
  const rest = pasted.reduce((left, one) => left.replace(one, ''), text)
  return isPicture(rest) ? '' : rest.trim()
}

/** What is shown again after a form was turned back: never the picture. */
export const shownAgain = <T extends Readonly<Record<string, string | undefined>>>(typed: T): T =>
  Object.fromEntries(
    Object.entries(typed).map(([name, text]) => [
      name,
      text && isPicture(text) ? withoutPicture(text) : text,
    ]),
  ) as T

/** What a form brought: its words, and why the files that came with them were not taken. */
export interface Brought {
  readonly words: Sent
  readonly refused?: string
}

/** So much of a file is looked at, to say what it was: no more than what it begins with. */
const looked = 4096

/**
 * Takes the files out of a form. None is taken, so none is unpacked or looked into: the first is told by what it begins with, to say
 * what helps instead, and they are nowhere then.
 */
export async function broughtIn(form: FormData): Promise<Brought> {
  const file = [...form.values()].find(value => typeof value !== 'string' && value.size > 0)
  if (file === undefined || typeof file === 'string') return { words: form }
  const { kind } = beginsAs(new Uint8Array(await file.slice(0, looked).arrayBuffer()))
  if (kind === 'text') return { words: form, refused: noFiles }
  return { words: form, refused: kind === 'document' ? noDocuments : noPictures }
}
