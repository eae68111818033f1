const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Bytes in the 45 characters that a QR code packs tightest: three characters for two bytes (RFC 9285). */
export function toBase45(bytes: Uint8Array): string {
  let text = ''
  const write = (value: number, characters: number) => {
    for (let i = 0, left = value; i < characters; i++, left = Math.floor(left / 45))
      text += alphabet[left % 45]
  }
  for (let i = 0; i + 1 < bytes.length; i += 2) write((bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0), 3)
  if (bytes.length % 2 === 1) write(bytes.at(-1) ?? 0, 2)
  return text
}

/** Undefined when it is anything but what toBase45 gives. */
export function fromBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3)
    let value = 0
    for (const character of [...group].reverse()) {
      const digit = alphabet.indexOf(character)
      if (digit < 0) return undefined
      value = value * 45 + digit
    }
    if (value >= (group.length === 3 ? 65536 : 256)) return undefined
    if (group.length === 3) bytes.push(Math.floor(value / 256))
    bytes.push(value % 256)
  }
  return Uint8Array.from(bytes)
}
