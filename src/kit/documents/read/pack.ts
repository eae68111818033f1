import { crc32 } from 'node:zlib'

/**
 * A ZIP archive of these files, not compressed (APPNOTE 6.3.10, 4.3). For a reader that must be given an archive, and
 * that is to see only what has been unpacked and counted already.
 */
export function packed(files: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = []
  const listings: Buffer[] = []
  let offset = 0
  for (const [name, body] of files) {
    const about = aboutFile(Buffer.from(name), body)
    const head = Buffer.concat([signature(0x04034b50), about.shared, about.lengths, about.name])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    listings.push(
      Buffer.concat([
        signature(0x02014b50),
        Buffer.from([20, 0]),
        about.shared,
        about.lengths,
        where,
        about.name,
      ]),
    )
    bodies.push(head, body)
    offset += head.length + body.length
  }
  const listing = Buffer.concat(listings)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.size, 4)
  end.writeUInt16LE(files.size, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, listing, signature(0x06054b50), end])
}

function signature(of: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(of)
  return four
}

/** What stands alike before the file and in the listing: version 2.0, names in UTF-8, stored as it is, its sum and size. */
function aboutFile(name: Buffer, body: Buffer) {
  const shared = Buffer.alloc(22)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(0x0800, 2)
  shared.writeUInt32LE(crc32(body), 10)
  shared.writeUInt32LE(body.length, 14)
  shared.writeUInt32LE(body.length, 18)
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(name.length, 0)
  return { shared, lengths, name }
}
