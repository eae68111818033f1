/** The words of an HTML mail, with what it quotes marked as a text mail marks it. One pass, linear in its length. */
export function wordsOfHtml(html: string): string {
  const source = new Source(html)
  const lines = new Lines()
  let at = 0
  while (at < html.length) {
    const open = source.find('<', at)
    lines.say(html.slice(at, open))
    if (open === html.length) break
    at = tagAt(source, open, lines)
  }
  return lines.text()
}

/** A text in which marks are looked for from ever further on: each is looked for once over its whole length. */
class Source {
  readonly text: string
  readonly #next = new Map<string, number>()

  constructor(text: string) {
    this.text = text
  }

  /** Where the mark stands next; the end of the text when it does not. */
  find(mark: string, from: number): number {
    const known = this.#next.get(mark)
    if (known !== undefined && known >= from) return known
    const at = this.text.indexOf(mark, from)
    const next = at < 0 ? this.text.length : at
    this.#next.set(mark, next)
    return next
  }
}

const silent = ['script', 'style', 'head', 'title', 'template', 'noscript']
const breaks = new Set([
  'p',
  'div',
  'br',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'blockquote',
  'hr',
  'pre',
  'section',
])
for (const level of '123456') breaks.add(`h${level}`)

/** Takes one tag, a comment or what no reader sees, and says where what follows it begins. */
function tagAt(source: Source, open: number, lines: Lines): number {
  const { text } = source
  if (text.startsWith('<!--', open)) {
    const end = source.find('-->', open + 4)
    // A comment without an end hides nothing.
    return end < text.length ? end + 3 : open + 4
  }
  const close = source.find('>', open)
  const [, slash = '', name = ''] =
    /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})/.exec(text.slice(open, open + 24)) ?? []
  const tag = name.toLowerCase()
  if (close === text.length || !tag) {
    // No tag at all: a sign that somebody wrote; or a mark of the document.
    if (close < text.length && /[!?/]/.test(text[open + 1] ?? '')) return close + 1
    lines.say('<')
    return open + 1
  }
  if (!slash && silent.includes(tag)) return pastSilent(source, tag, close)
  if (tag === 'blockquote') lines.quote(slash ? -1 : 1)
  if (breaks.has(tag)) lines.end(tag === 'p' || tag === 'br')
  if (tag === 'li' && !slash) lines.say('- ')
  if (tag === 'td' && slash) lines.say(' ')
  return close + 1
}

/** Where what a head or a script holds is over. One without an end is a mistake that readers mend: nothing is passed over. */
function pastSilent(source: Source, tag: string, close: number): number {
  const ends = [`</${tag}`, `</${tag.toUpperCase()}`].map(mark => source.find(mark, close + 1))
  const end = Math.min(...ends)
  return end < source.text.length ? source.find('>', end) + 1 : close + 1
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  pound: '£',
  euro: '€',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  copy: '©',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  szlig: 'ß',
  zwnj: '',
  zwj: '\u200d',
}

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ''
  })

class Lines {
  readonly #done: string[] = []
  #line = ''
  #depth = 0

  say(text: string): void {
    const words = decoded(text.replace(/[\s\u00a0]+/g, ' '))
    this.#line += this.#line === '' ? words.trimStart() : words
  }

  /** Ends the line; with `always`, also an empty one. */
  end(always = false): void {
    const line = this.#line.trimEnd()
    if (line !== '' || (always && this.#done.at(-1) !== '' && this.#done.length > 0)) this.#push(line)
    this.#line = ''
  }

  quote(by: 1 | -1): void {
    this.end()
    this.#depth = Math.max(0, this.#depth + by)
  }

  #push(line: string): void {
    const marks = this.#depth > 0 ? `${'>'.repeat(Math.min(this.#depth, 20))} ` : ''
    this.#done.push(`${marks}${line}`.trimEnd())
  }

  text(): string {
    this.end()
    return this.#done.join('\n').trim()
  }
}
