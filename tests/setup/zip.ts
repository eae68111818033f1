import { crc32, deflateRawSync } from 'node:zlib'

/** What a made-up archive says of one file, true or not. */
export interface Lie {
  /** How many bytes it says the file has when unpacked. */
  readonly size?: number
  /** The general purpose flags: 1 says that it is encrypted. */
  readonly flags?: number
}

/** A ZIP archive as an attacker might make it: packed, and what it says of a file may be a lie. */
export function zipOf(files: readonly (readonly [name: string, body: string | Buffer, lie?: Lie])[]): Buffer {
  const bodies: Buffer[] = []
  const listings: Buffer[] = []
  let offset = 0
  for (const [name, body, lie = {}] of files) {
    const whole = Buffer.from(body)
    const packed = deflateRawSync(whole)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(lie.flags ?? 0, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(whole), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(lie.size ?? whole.length, 18)
    about.writeUInt16LE(Buffer.byteLength(name), 22)
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    listings.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), about, where, Buffer.from(name))
    const head = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), about, Buffer.from(name)])
    bodies.push(head, packed)
    offset += head.length + packed.length
  }
  const listing = Buffer.concat(listings)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(files.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(files.length, 0xffff), 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listing, end])
}
