import { directionOf, type Json, type Sheet } from '../../kit/typst/index.ts'
import { leastPoints, mostPoints, type Size, tellsByCode } from '../rules.ts'
import type { PosterWords, WordsGroup } from '../words.ts'
import { codeSvg } from './code.ts'
import { posterSource } from './poster.typ.ts'

/** One poster to be typeset: its words, the paper, and the code in its corner. */
export interface Poster {
  readonly words: PosterWords
  readonly size: Size
  /** The address that its code opens. */
  readonly address: string
  /** The PNG of the logo that the words name. */
  readonly logo: Uint8Array | undefined
  readonly date?: Date
}

/** A poster as a sheet: nothing of its words is read as anything but words. */
export const sheetOf = ({ words, size, address, logo, date }: Poster): Sheet => ({
  source: posterSource,
  about: {
    title: words.title,
    author: words.organisation,
    ...(date ? { date } : {}),
    ...(isRtl(words.title) ? { language: 'ar' } : {}),
  },
  files: {
    'code.svg': Buffer.from(codeSvg(address)),
    ...(logo ? { 'logo.png': logo } : {}),
  },
  data: {
    size,
    least: leastPoints[size],
    most: mostPoints[size],
    rtl: isRtl(words.title),
    colour: words.colour,
    organisation: said(words.organisation),
    logo: logo !== undefined,
    'logo-words': `The logo of ${words.organisation}`,
    eyebrow: words.eyebrow === '' ? null : said(words.eyebrow),
    title: said(words.title),
    emergency: words.emergency,
    groups: words.groups.map(groupOf),
    foot: words.foot.map(said),
    'code-words': tellsByCode.includes(words.poster)
      ? `QR code: where you can tell us, at ${address}`
      : `QR code: whether this poster is still current, at ${address}`,
    'code-caption': [tellsByCode.includes(words.poster) ? 'Worried?' : 'Still current?', 'Scan me'],
    longest: words.groups.map(longestOf),
  },
})

const isRtl = (text: string): boolean => directionOf(text) === 'rtl'

/** A text with the way it runs. A number, a date and an address are not broken in two at the end of a line. */
const said = (text: string): Json => ({ t: unbroken(text), rtl: isRtl(text) })

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const ofDates = new RegExp(`(\\d) (${months}) (\\d)`, 'g')
const unbroken = (text: string): string =>
  breakable(text)
    .replace(/(?<=\d) (?=\d)/g, '\u00a0')
    .replace(ofDates, '$1\u00a0$2\u00a0$3')

const groupOf = (group: WordsGroup): Json =>
  group.kind === 'tell'
    ? {
        kind: group.kind,
        label: group.label === null ? null : said(group.label),
        columns: group.columns,
        contacts: group.contacts.map(({ who, lines }) => ({ who: said(who), lines: lines.map(said) })),
      }
    : {
        kind: group.kind,
        label: group.label === null ? null : said(group.label),
        points: group.points.map(said),
      }

/** The longest word of a group, and in how many columns it stands: it must have room in one line. */
function longestOf(group: WordsGroup): Json {
  const texts =
    group.kind === 'tell' ? group.contacts.flatMap(({ who, lines }) => [who, ...lines]) : group.points
  const words = texts.flatMap(text => breakable(text).split(/[\s\u200b]+/))
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '')
  return { t: longest, columns: group.kind === 'tell' ? group.columns : 1 }
}

/** Something without a space for longer than any word or address is: it may be broken anywhere. */
const breakable = (text: string): string =>
  text.replace(/\S{41,}/g, word => (word.match(/.{1,12}/gsu) ?? []).join('\u200b'))
