/**
 * The characters a TrueType or OpenType font has a glyph for, as code points: the Unicode subtables of its `cmap`, in
 * formats 4 and 12 (OpenType 1.9, “cmap”). Empty for a font without them.
 */
export function* charactersOf(font: Buffer): Generator<number> {
  const cmap = tableAt(font, 'cmap')
  if (cmap === undefined) return
  const subtables = font.readUInt16BE(cmap + 2)
  for (let at = 0; at < subtables; at++) {
    const record = cmap + 4 + at * 8
    const [platform, encoding] = [font.readUInt16BE(record), font.readUInt16BE(record + 2)]
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue
    const table = cmap + font.readUInt32BE(record + 4)
    const format = font.readUInt16BE(table)
    if (format === 4) yield* inSegments(font, table)
    if (format === 12) yield* inGroups(font, table)
  }
}

function tableAt(font: Buffer, tag: string): number | undefined {
  const tables = font.readUInt16BE(4)
  for (let at = 0; at < tables; at++) {
    const record = 12 + at * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  return undefined
}

function* inSegments(font: Buffer, table: number): Generator<number> {
  const twice = font.readUInt16BE(table + 6)
  const [ends, starts] = [table + 14, table + 16 + twice]
  const [deltas, offsets] = [starts + twice, starts + 2 * twice]
  for (let at = 0; at < twice; at += 2) {
    const [start, end] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)]
    const [delta, offset] = [font.readUInt16BE(deltas + at), font.readUInt16BE(offsets + at)]
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = offset === 0 ? code : font.readUInt16BE(offsets + at + offset + 2 * (code - start))
      if (offset === 0 ? (glyph + delta) & 0xffff : glyph) yield code
    }
  }
}

function* inGroups(font: Buffer, table: number): Generator<number> {
  const groups = font.readUInt32BE(table + 12)
  for (let at = 0; at < groups; at++) {
    const group = table + 16 + at * 12
    const [start, end] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
    const glyph = font.readUInt32BE(group + 8)
    for (let code = start; code <= end; code++) if (glyph + code - start) yield code
  }
}
