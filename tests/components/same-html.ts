import type { Browser } from 'playwright-core'
import { openBrowser } from '../setup/browser.ts'

/**
 * Reads pieces of HTML with a browser's own parser, and writes each down so that two which mean the same are the same
 * text: one line for each element and each text, attributes in alphabetical order, classes in their own order, white
 * space collapsed. The last lines are what is read, with the spaces that are seen between words.
 */
export async function openReader(): Promise<{
  read: (pieces: readonly string[]) => Promise<string[]>
  close: () => Promise<void>
}> {
  const browser: Browser = await openBrowser()
  const page = await browser.newPage()
  return {
    read: pieces => page.evaluate(readAll, [...pieces]),
    close: () => browser.close(),
  }
}

/** Runs in the browser, so it may use nothing from outside itself. */
function readAll(pieces: string[]): string[] {
  const flowing = /^(a|abbr|b|bdi|code|em|i|kbd|small|span|strong|sub|sup|svg|path|time|u)$/
  const collapse = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ')

  const attributesOf = (element: Element): string =>
    [...element.attributes]
      .map(({ name, value }) => ` ${name}="${name === 'class' ? collapse(value).trim() : value}"`)
      .sort()
      .join('')

  const draw = (node: Node, depth: number): string[] => {
    const indent = '  '.repeat(depth)
    if (node instanceof Element) {
      const start = `${indent}<${node.tagName.toLowerCase()}${attributesOf(node)}>`
      if (node.tagName === 'TEXTAREA' || node.tagName === 'PRE')
        return [start, JSON.stringify(node.textContent)]
      return [start, ...[...node.childNodes].flatMap(child => draw(child, depth + 1))]
    }
    const words = collapse(node.textContent ?? '').trim()
    return node instanceof Text && words ? [`${indent}${words}`] : []
  }

  const words = (node: Node): string => {
    if (!(node instanceof Element)) return node instanceof Text ? collapse(node.data) : ''
    const inside = [...node.childNodes].map(words).join('')
    return flowing.test(node.tagName.toLowerCase()) ? inside : `\n${inside}\n`
  }

  return pieces.map(piece => {
    const template = document.createElement('template')
    template.innerHTML = piece
    const read = [...template.content.childNodes].map(words).join('')
    const lines = read.split('\n').map(line => collapse(line).trim())
    return [
      ...[...template.content.childNodes].flatMap(node => draw(node, 0)),
      ...lines.filter(Boolean).map(line => `reads: ${line}`),
    ].join('\n')
  })
}
