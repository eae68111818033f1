import { named } from './entities.ts'

/** What of a web page was read, in our markup, and what was left out. */
export interface PageRead {
  readonly text: string
  readonly pictures: number
  readonly scripts: number
  readonly tables: number
}

/** What is between these is not text that anybody reads. */
const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'head',
  'select',
])
const blocks =
  /^(?:p|div|section|article|header|footer|main|aside|nav|address|blockquote|pre|figure|figcaption|dl|dt|dd|ul|ol|table|tr|thead|tbody|form|fieldset|hr|body|html|details|summary)$/

/** A tag, a comment, or whatever else begins with “<” as HTML has it; text runs up to the next. */
const token =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)(?:>|$)/g

/**
 * The text of a web page in our markup: headings, paragraphs, lists and tables as lines; nothing else of it, and nothing
 * in it is run or fetched. Total: whatever is not HTML is text. It takes time in proportion to the length.
 */
export function readHtml(html: string): PageRead {
  const reader = new Reader()
  let last = 0
  for (const found of html.matchAll(token)) {
    reader.say(html.slice(last, found.index))
    last = found.index + found[0].length
    const [, closing, name = ''] = found
    if (name) reader.tag(name.toLowerCase(), closing === '/')
  }
  reader.say(html.slice(last))
  return reader.done()
}

/** Where the reader is: what is open, and what line is being made. */
class Reader {
  private readonly lines: string[] = []
  private line = ''
  private prefix = ''
  /** What is open that nobody reads, the innermost last. */
  private readonly silent: string[] = []
  private readonly lists: { readonly numbered: boolean; count: number }[] = []
  private cells = 0
  private pictures = 0
  private scripts = 0
  private tables = 0

  say(text: string): void {
    if (this.silent.length === 0) this.line += decoded(text).replace(/[ \t\r\n\f]+/g, ' ')
  }

  tag(name: string, closing: boolean): void {
    if (this.unread(name, closing)) return
    if (name === 'br') this.line += '\n'
    else if (name === 'img') this.pictures++
    else if (name === 'li') this.item(closing)
    else if (/^h[1-6]$/.test(name)) this.heading(closing)
    else if (name === 'td' || name === 'th') this.cell(closing)
    else if (blocks.test(name)) this.block(name, closing)
  }

  /** Whether this is within, begins or ends what nobody reads. Nothing within script or style is a tag but its end. */
  private unread(name: string, closing: boolean): boolean {
    const inside = this.silent.at(-1)
    if (closing) {
      if (name === inside) this.silent.pop()
      return inside !== undefined || unread.has(name)
    }
    if (unread.has(name) && inside !== 'script' && inside !== 'style') {
      if (name === 'script') this.scripts++
      this.silent.push(name)
      return true
    }
    return inside !== undefined
  }

  done(): PageRead {
    this.end(true)
    const { pictures, scripts, tables } = this
    return { text: this.lines.join('\n'), pictures, scripts, tables }
  }

  /** Ends the line being made. A paragraph of its own has an empty line after it. */
  private end(parted: boolean): void {
    const text = this.line
      .replace(/ {2,}/g, ' ')
      .replace(/ *\n */g, '\n')
      .trim()
    this.line = ''
    if (text) {
      // A heading or a point is one line; a paragraph keeps the lines its author made.
      this.lines.push(this.prefix ? this.prefix + text.replaceAll('\n', ' ') : text)
      this.prefix = ''
    }
    if (parted && this.lines.at(-1) !== '') this.lines.push('')
  }

  private item(closing: boolean): void {
    this.end(false)
    const list = this.lists.at(-1)
    if (closing) this.prefix = ''
    else this.prefix = list?.numbered ? `${++list.count}. ` : '- '
  }

  private heading(closing: boolean): void {
    this.end(true)
    this.prefix = closing ? '' : '# '
  }

  private cell(closing: boolean): void {
    if (closing) return
    if (this.cells++ > 0) this.line = `${this.line.replaceAll('\n', ' ').trimEnd()} | `
  }

  private block(name: string, closing: boolean): void {
    if (name === 'ul' || name === 'ol') {
      this.end(this.lists.length === 0)
      if (closing) this.lists.pop()
      else this.lists.push({ numbered: name === 'ol', count: 0 })
      if (closing && this.lists.length === 0) this.end(true)
      return
    }
    if (name === 'tr' || (this.cells > 0 && name === 'table')) {
      this.end(false)
      this.cells = 0
      if (name === 'table') this.end(true)
      return
    }
    if (name === 'table' && !closing) this.tables++
    // A paragraph within a point or a cell is a part of its line.
    if (this.cells > 0) this.line += ' '
    else if (this.lists.length === 0) this.end(true)
    else if (this.line.trim()) this.line += ' '
  }
}

/** Character references as HTML has them; what is none stays as it is. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,30}));/gi,
    (whole, ten, sixteen, name) => {
      if (name) return named[name] ?? whole
      const code = ten ? Number(ten) : Number.parseInt(sixteen, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
