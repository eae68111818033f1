import { encode } from 'uqr'

/**
 * A QR code (ISO/IEC 18004) as an SVG of squares, with its quiet zone of four. Error correction Q: a quarter of it may be
 * torn, faded or behind a drawing pin.
 */
export function codeSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${dark.join('')}"/></svg>`
}
