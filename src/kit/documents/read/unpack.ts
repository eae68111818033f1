import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

export interface PackLimits {
  /** How many files the archive may name. */
  readonly mostEntries: number
  /** How many bytes the files that are wanted may come to, unpacked. */
  readonly mostBytes: number
  /** How many times its packed size a large file may grow to. */
  readonly mostGrowth: number
}

/** Why an archive is not opened: it would come to too much, or it is not whole. */
export class Unpackable extends Error {
  readonly why: 'too-much' | 'broken' | 'locked'
  constructor(why: Unpackable['why']) {
    super(why)
    this.why = why
  }
}

export interface Unpacked {
  /** Every name in the archive, whether or not it was wanted. */
  readonly names: readonly string[]
  readonly files: ReadonlyMap<string, Buffer>
}

/** What any file may grow to whatever its packed size was: text of one letter packs a thousandfold. */
const smallEnough = 2 ** 20

/**
 * Unpacks the files of a ZIP archive that are wanted. What the archive says of itself is looked at before anything is
 * unpacked, and what comes out is counted while it does, as an archive may say what it likes. Throws Unpackable.
 */
export async function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: PackLimits,
): Promise<Unpacked> {
  const archive = await opened(bytes)
  const [names, chosen] = await listed(archive, wanted, limits)
  const files = new Map<string, Buffer>()
  let left = limits.mostBytes
  for (const entry of chosen) {
    const file = await inflated(archive, entry, left)
    left -= file.length
    files.set(entry.fileName, file)
  }
  return { names, files }
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes))
  } catch {
    throw new Unpackable('broken')
  }
}

async function listed(
  archive: ZipFile,
  wanted: (name: string) => boolean,
  limits: PackLimits,
): Promise<readonly [readonly string[], readonly Entry[]]> {
  const names = new Set<string>()
  const chosen: Entry[] = []
  let claimed = 0
  try {
    for await (const entry of archive.eachEntry()) {
      if (names.size >= limits.mostEntries) throw new Unpackable('too-much')
      if (names.has(entry.fileName)) throw new Unpackable('broken')
      names.add(entry.fileName)
      if (!wanted(entry.fileName)) continue
      if (entry.isEncrypted()) throw new Unpackable('locked')
      const grows = entry.uncompressedSize > Math.max(smallEnough, entry.compressedSize * limits.mostGrowth)
      claimed += entry.uncompressedSize
      if (grows || claimed > limits.mostBytes) throw new Unpackable('too-much')
      chosen.push(entry)
    }
  } catch (error) {
    throw error instanceof Unpackable ? error : new Unpackable('broken')
  }
  return [[...names], chosen]
}

async function inflated(archive: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  let stream: Readable | undefined
  const pieces: Buffer[] = []
  let size = 0
  try {
    stream = await archive.openReadStreamPromise(entry)
    for await (const piece of stream) {
      size += piece.length
      if (size > most) throw new Unpackable('too-much')
      pieces.push(piece)
    }
  } catch (error) {
    throw error instanceof Unpackable ? error : new Unpackable('broken')
  } finally {
    stream?.destroy()
  }
  return Buffer.concat(pieces)
}
