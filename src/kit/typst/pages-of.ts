/**
 * The pages of a document that Typst drew as one picture, one under another: each page as a picture of its own, with
 * its own background. Typst puts every background at the top of the whole, so they cannot be seen in the one picture.
 */
export function pagesOf(svg: string): string[] {
  const size = /^<svg class="typst-doc" viewBox="0 0 ([\d.]+) ([\d.]+)"[^\n]*/.exec(svg)
  const defs = svg.indexOf('\n    <defs')
  if (!size || defs === -1) throw new Error('Typst’s picture is not drawn as it was.')
  const [width, bottom] = [Number(size[1]), Number(size[2])]
  // What belongs to the page itself stands four spaces in; all else stands further in.
  const drawn = svg
    .slice(size[0].length, defs)
    .matchAll(
      /\n {4}(?:(<path [^\n]*)\n {4})?<g(?: transform="matrix\(1 0 0 1 0 ([\d.]+)\)")?>([\s\S]*?)\n {4}<\/g>/g,
    )
  const pages = [...drawn].map(([, background = '', top = '0', inside = '']) => ({
    top: Number(top),
    width: Number(/ h ([\d.]+)/.exec(background)?.[1] ?? width),
    drawing: `${background}<g>${inside}</g>`,
  }))
  return pages.map((page, at) => {
    const height = (pages[at + 1]?.top ?? bottom) - page.top
    const head = `<svg class="typst-doc" viewBox="0 0 ${page.width} ${height}" width="${page.width}pt" height="${height}pt"`
    const spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return `${head} ${spaces}>${page.drawing}${svg.slice(defs)}`
  })
}
