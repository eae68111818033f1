/** How a picture, a film or a packed file stands in a text. */
export type Pasted = 'data-url' | 'base64' | 'hexadecimal' | 'drawing' | 'mail-file' | 'rich-text'

const run = '[A-Za-z0-9+/_-]'
/** What files begin with, as base64 writes it (RFC 4648, in both its alphabets), and enough after it to be no chance. */
const inBase64 = new RegExp(
  `(?:${[
    'iVBORw0KGgo',
    '[/_]9j[/_][2-7w-z/_]',
    'R0lGOD[dl]h',
    `UklGR${run}{6}(?:XRUJQ|BVkkg)`,
    `AAAA${run}[GWm2]Z0eX`,
    'GkXfo',
    'SUkqA',
    'TU0AK',
    `Qk[0-3]${run}{5}AAAA`,
    'AAABAA[EIM]A',
    'AAAADGpQICAN',
    'AAAADEpYTCAN',
    'OEJQUwAB',
    'PHN2Z',
    'UEsDB',
    'N3q8rycc',
    'UmFyIRo',
    'H4sIA',
    '[/_]Td6WFoA',
    'Qlpo[MNO][DTjz]FBWSZTW',
    'JVBERi0',
    '0M8R4KGx',
  ].join('|')})${run}{40}`,
)
const inHexadecimal =
  /(?:ffd8ff(?:[ce][0-9a-f]|d[bd]|fe)|89504e470d0a1a0a|474946383[79]61|52494646[0-9a-f]{8}57454250|[0-9a-f]{8}66747970|49492a00|4d4d002a|504b0304)[0-9a-f]{60}/i
const withKind =
  /data:(?:image|video|audio)\/(?:(?:p?jpe?g|a?png|gif|webp|avif|hei[cf]|svg\+xml|bmp|tiff?|x-icon|vnd\.[a-z.-]{1,40}|mp4|webm|ogg|quicktime|mpeg)(?:;[a-z0-9=._"-]{1,60}){0,5},|[a-z0-9.+-]{1,60}(?:;[a-z0-9=._"-]{1,60}){0,5};base64,)/i
const anyPacked = /data:[a-z0-9.+/-]{0,80}(?:;[a-z0-9=._"-]{1,60}){0,5};base64,/i

/** What breaks a run of base64 without ending it: lines, the marks of a quoted mail, and what is not seen. */
const breaks = /=\r?\n|[\s>|\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]/g
const betweenDigits = /0x|\\x|[\s,:;"'\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gi

/**
 * How a picture, a film or a packed file was pasted into a text, or undefined: as a data URL, as base64 or hexadecimal,
 * as a drawing in SVG, as a mail or a rich text that carries one. A web address of a picture is none: it is only where one
 * is. What somebody enciphers or spells out on purpose is not seen. Linear in the length; nothing of the text is kept.
 */
export function pastedIn(text: string): Pasted | undefined {
  if (/<(?:[a-z]{1,20}:)?svg[\s>/]/i.test(text)) return 'drawing'
  if (/^(?:begin(?:-base64)? [0-7]{3,4} \S|=ybegin )/m.test(text)) return 'mail-file'
  if (/\{\\rtf/.test(text) && /\\(?:pict|objdata)\b/.test(text)) return 'rich-text'
  const joined = text.replaceAll(breaks, '')
  if (withKind.test(joined) || anyPacked.test(joined)) return 'data-url'
  if (inBase64.test(joined)) return 'base64'
  return inHexadecimal.test(text.replaceAll(betweenDigits, '')) ? 'hexadecimal' : undefined
}

/** Whether a text holds a picture, a film or a packed file, pasted in any of those ways. */
export const holdsPicture = (text: string): boolean => pastedIn(text) !== undefined
