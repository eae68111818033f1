/** Text, and how its bytes were read. */
export interface Decoded {
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
}

/** What a file starts with when it says how it is written (the Unicode byte order mark). */
const marks = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'UTF-16' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'UTF-16' },
] as const

/**
 * Reads the bytes of a text file as spreadsheets write them: UTF-8 or UTF-16 by their mark, else UTF-8 when every byte
 * fits it, else Windows-1252. Undefined for bytes that are not text. Windows-1252 is a guess, as it fits any bytes: show
 * what was read to a person.
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const mark = marks.find(one => one.bytes.every((byte, at) => bytes[at] === byte))
  if (mark) return decoded(bytes, mark.label, mark.encoding)
  // No text of these encodings holds a zero byte.
  if (bytes.includes(0)) return undefined
  return decoded(bytes, 'utf-8', 'UTF-8') ?? decoded(bytes, 'windows-1252', 'Windows-1252')
}

function decoded(bytes: Uint8Array, label: string, encoding: Decoded['encoding']): Decoded | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : { text, encoding }
  } catch {
    return undefined
  }
}
