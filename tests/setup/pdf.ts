import { getDocumentProxy } from 'unpdf'

/** A part of a page as a screen reader finds it: the roles from the outermost in (“L LI LBody P”), and its words. */
export interface Part {
  readonly roles: string
  readonly text: string
}

export interface ReadBack {
  readonly pages: number
  /** Whatever is tagged, in the order in which it is read. */
  readonly parts: readonly Part[]
  /** What is marked as no part of the text: heads and feet of pages, by page. */
  readonly aside: readonly string[]
  /** Words that are neither. There must be none. */
  readonly untagged: readonly string[]
  readonly info: Readonly<Record<string, unknown>>
  readonly outline: readonly string[]
  /** The file itself, a letter to a byte: Typst writes what it says of the document uncompressed. */
  readonly raw: string
}

interface Node {
  readonly role: string
  readonly children: readonly (Node | { readonly type: string; readonly id: string })[]
}

/** Reads a PDF as an accessible one is read: by its tags. */
export async function readBack(pdf: Uint8Array): Promise<ReadBack> {
  const document = await getDocumentProxy(pdf.slice())
  const parts: Part[] = []
  const aside: string[] = []
  const untagged: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const marked = new Map<string, string>()
    const open: (string | undefined)[] = []
    let beside = ''
    for (const item of items) {
      if ('str' in item) {
        const text = item.hasEOL ? `${item.str}\n` : item.str
        const inside = open.find(Boolean)
        if (inside === 'Artifact') beside += text
        else if (inside) marked.set(inside, (marked.get(inside) ?? '') + text)
        else if (item.str.trim()) untagged.push(item.str)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push('tag' in item && item.tag === 'Artifact' ? 'Artifact' : item.id || undefined)
    }
    aside.push(beside.replace(/\s+/g, ' ').trim())
    const tree = await page.getStructTree()
    if (tree) parts.push(...partsOf(tree as Node, [], marked))
  }
  const { info } = await document.getMetadata()
  return {
    pages: document.numPages,
    parts,
    aside,
    untagged,
    info: info as Record<string, unknown>,
    outline: titlesOf(await document.getOutline()),
    raw: Buffer.from(pdf).toString('latin1'),
  }
}

function partsOf(node: Node, above: readonly string[], marked: ReadonlyMap<string, string>): Part[] {
  const roles = [...above, node.role].filter(
    role => role !== 'Root' && role !== 'Document' && role !== 'Span',
  )
  const parts: Part[] = []
  let text = ''
  const flush = () => {
    const words = text.replace(/\s+/g, ' ').trim()
    if (words) parts.push({ roles: roles.join(' '), text: words })
    text = ''
  }
  for (const child of node.children) {
    if ('id' in child) text += ` ${marked.get(child.id) ?? ''}`
    else {
      flush()
      parts.push(...partsOf(child, roles, marked))
    }
  }
  flush()
  return parts
}

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}
const titlesOf = (bookmarks: readonly Bookmark[] | null): string[] =>
  (bookmarks ?? []).flatMap(({ title, items }) => [title, ...titlesOf(items)])
