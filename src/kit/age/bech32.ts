// Bech32 (BIP 173) without its limit on length, as age writes its keys: five bits to a letter, and six letters of checksum.

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

function checksumOver(values: readonly number[]): number {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [bit, generator] of generators.entries()) if ((top >>> bit) & 1) sum ^= generator
  }
  return sum
}

const spread = (prefix: string): number[] => {
  const codes = [...prefix].map(letter => letter.charCodeAt(0))
  return [...codes.map(code => code >> 5), 0, ...codes.map(code => code & 31)]
}

/** Groups of so many bits as groups of others; the last is filled with noughts. */
function regroup(values: Iterable<number>, from: number, to: number): number[] {
  const groups: number[] = []
  let [held, bits] = [0, 0]
  for (const value of values) {
    held = ((held << from) | value) & 0xfff
    bits += from
    for (; bits >= to; bits -= to) groups.push((held >> (bits - to)) & ((1 << to) - 1))
  }
  if (bits > 0) groups.push((held << (to - bits)) & ((1 << to) - 1))
  return groups
}

/** 32 bytes under a prefix of small letters. */
export function bech32(prefix: string, bytes: Uint8Array): string {
  const values = regroup(bytes, 8, 5)
  const sum = checksumOver([...spread(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = [5, 4, 3, 2, 1, 0].map(place => (sum >>> (5 * place)) & 31)
  return `${prefix}1${[...values, ...check].map(value => letters[value]).join('')}`
}

/** The 32 bytes under this prefix; throws for anything else. */
export function fromBech32(prefix: string, text: string): Uint8Array {
  const values = [...text.slice(prefix.length + 1)].map(letter => letters.indexOf(letter))
  const whole = text.startsWith(`${prefix}1`) && !values.includes(-1)
  if (!whole || checksumOver([...spread(prefix), ...values]) !== 1) throw new TypeError('no key of age')
  const groups = regroup(values.slice(0, -6), 5, 8)
  if (values.length !== 58 || groups[32] !== 0) throw new TypeError('no key of age')
  return Uint8Array.from(groups.slice(0, 32))
}
