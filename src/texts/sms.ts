// What a text can carry and how long it is, as GOV.UK Notify counts: github.com/alphagov/notifications-utils,
// notifications_utils/sanitise_text.py (SanitiseSMS), template.py (BaseSMSTemplate.fragment_count) and __init__.py
// (SMS_CHAR_COUNT_LIMIT), as they stood in June 2026.

/** The most characters of one text: six fragments of GSM-7. */
export const mostCharacters = 918

const extended = new Set('^{}\\[~]|€')
const gsm = new Set([
  ...'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
  ...extended,
])
/** Carried too, but in the other alphabet: a text with one of them holds less. */
const welsh = new Set(
  [...'àèìòùẁỳÀÈÌÒÙẀỲáéíóúẃýÁÉÍÓÚẂÝäëïöüẅÿÄËÏÖÜẄŸâêîôûŵŷÂÊÎÔÛŴŶ'].filter(one => !gsm.has(one)),
)
const instead: Readonly<Record<string, string>> = {
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‚': "'",
  '„': '"',
  '\u180e': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\ufeff': '',
  '\u2028': '',
  '\u2029': '',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
  Ł: 'L',
  ł: 'l',
}

/** One character as it arrives; undefined for one that would arrive as a question mark. */
function carried(one: string): string | undefined {
  if (gsm.has(one) || welsh.has(one)) return one
  const without = one.normalize('NFD').slice(0, 1)
  if (without !== one && gsm.has(without)) return without
  return instead[one]
}

/** What a text comes to. */
export interface Counted {
  /** The words as they arrive. */
  readonly text: string
  readonly characters: number
  /** In how many pieces it is sent and paid for; the phone puts them together. */
  readonly fragments: number
  readonly alphabet: 'gsm-7' | 'ucs-2'
  /** The characters that no text carries: they would arrive as question marks. */
  readonly lost: readonly string[]
}

/** Counts a text as Notify does. */
export function countText(words: string): Counted {
  const all = [...words]
  const lost = new Set<string>()
  const text = all
    .map(one => {
      const as = carried(one)
      if (as === undefined) lost.add(one)
      return as ?? '?'
    })
    .join('')
  const wide = [...text].some(one => welsh.has(one))
  const length = wide ? text.length : text.length + [...text].filter(one => extended.has(one)).length
  const [alone, each] = wide ? [70, 67] : [160, 153]
  return {
    text,
    characters: text.length,
    fragments: length <= alone ? 1 : Math.ceil(length / each),
    alphabet: wide ? 'ucs-2' : 'gsm-7',
    lost: [...lost],
  }
}

/** Whether a text arrives whole. */
export const arrivesWhole = (words: string): boolean => {
  const { characters, lost } = countText(words)
  return characters <= mostCharacters && lost.length === 0
}

/** The first words of a text that is too long, so that with `after` it is not: cut between words where it can be. */
export function shortened(words: string, after: string): string {
  const room = mostCharacters - countText(after).characters
  const { text } = countText(words)
  if (text.length <= room) return text + after
  const cut = text.slice(0, room)
  const space = cut.lastIndexOf(' ')
  return (space > room / 2 ? cut.slice(0, space) : cut).trimEnd() + after
}
