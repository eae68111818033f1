import { encode } from 'uqr'

export interface QrCodeProps {
  /** What the code says: at most 2,953 bytes. Throws RangeError when it is longer. */
  readonly text: string
  /** What it is, for those who cannot see it. */
  readonly label: string
}

/**
 * A QR code (ISO/IEC 18004, error correction L) as an inline drawing: one line of the pen to each run of dark modules,
 * so that the largest code stays a third of a page's budget. The quiet zone of four modules is drawn with it.
 */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'L', border: 4 })
  return (
    <svg
      class="ly-qr-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path stroke="#000" d={data.map((row, y) => runs(row, y)).join('')} />
    </svg>
  )
}

/** The dark runs of one row, as pen strokes along its middle. */
function runs(row: readonly boolean[], y: number): string {
  let path = ''
  let at = -1
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    let end = x
    while (row[end]) end++
    path += at < 0 ? `M${x} ${y}.5h${end - x}` : `m${x - at} 0h${end - x}`
    at = end
    x = end
  }
  return path
}
