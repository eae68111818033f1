/** A line of a page as it stands there. `from` is how far from the top it is, of the page’s height: 0 to 1. */
export interface Line {
  readonly text: string
  readonly size: number
  readonly from: number
  readonly y: number
}

interface Placed {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly hasEOL: boolean
}
export interface Sheet {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

/** The lines of a page, from its pieces of text in the order in which the file draws them. */
export function linesOf(items: readonly unknown[], sheet: Sheet): readonly Line[] {
  const lines: Line[] = []
  let open: { text: string; size: number; y: number; end: number } | undefined
  const close = () => {
    const text = open?.text.replace(/\s+/g, ' ').trim()
    if (open && text) {
      const from = sheet.height > 0 ? 1 - (open.y - sheet.bottom) / sheet.height : 0
      lines.push({ text, size: open.size, y: open.y, from })
    }
    open = undefined
  }
  for (const item of items) {
    if (!isPlaced(item)) continue
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform
    const size = Math.hypot(a, b)
    if (open && Math.abs(y - open.y) > 0.4 * Math.max(size, open.size)) close()
    if (item.str) {
      const here = open ?? { text: '', size, y, end: x }
      const apart = x - here.end > 0.18 * size && !here.text.endsWith(' ') && !item.str.startsWith(' ')
      open = {
        text: here.text + (apart && here.text ? ' ' : '') + item.str,
        // What most of a line is set in; a raised number beside it is not.
        size: here.text.trim().length > item.str.trim().length ? here.size : size,
        y: here.y,
        end: x + item.width,
      }
    }
    if (item.hasEOL) close()
  }
  close()
  return lines
}

const isPlaced = (item: unknown): item is Placed =>
  typeof item === 'object' && item !== null && 'str' in item && 'transform' in item
