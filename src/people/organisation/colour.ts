/** The least contrast that words may have with what is behind them: WCAG 2.2, success criterion 1.4.3. */
export const leastContrast = 4.5

/** A colour as it was typed (`#abc`, `AABBCC`), as `#rrggbb`; undefined when it is none. */
export function colourFrom(typed: string): string | undefined {
  const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed.trim()) ?? []
  if (digits === '') return undefined
  const six = digits.length === 3 ? [...digits].map(digit => digit + digit).join('') : digits
  return `#${six.toLowerCase()}`
}

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)

const toLinear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const fromLinear = (part: number): number =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, from IEC 61966-2-1). */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(toLinear)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of a colour with white, 1 to 21. */
export const contrastWithWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05)

/** The nearest colour of the same hue on which white can be read. One that is dark enough is given back as it is. */
export function darkEnough(colour: string): string {
  if (contrastWithWhite(colour) >= leastContrast) return colour
  const by = (1.05 / leastContrast - 0.05) / luminance(colour)
  const parts = channels(colour).map(part => Math.floor(fromLinear(toLinear(part) * by) * 255))
  return `#${parts.map(part => Math.max(0, part).toString(16).padStart(2, '0')).join('')}`
}
