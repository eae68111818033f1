import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import jsqr from 'jsqr'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { toBase45 } from './base45.ts'
import { toBase64 } from './base64.ts'
import { checkReceipt, trusting } from './check-receipt.ts'
import {
  board,
  content,
  leafOf,
  log,
  noteOf,
  outside,
  receipt,
  salt,
  textOf,
  time,
  witnessed,
} from './example.ts'
import { commit, leafBytes } from './leaf.ts'
import { Malformed } from './malformed.ts'
import { type Hash, inclusionProof, leafHash, nodeHash } from './merkle.ts'
import { parseReceipt, type Receipt, receiptJson, receiptQr } from './receipt.ts'

const trusted = trusting([log.vkey], [board.vkey, outside.vkey])
const check = (r: Receipt) => checkReceipt(receiptJson(r), trusted)
const qrOf = (r: Receipt) => receiptQr(r) ?? expect.fail('too long for a QR code')

/** A receipt of the last leaf of a tree of a million, every other subtree standing for whatever it may be. */
function atAMillion(): Receipt {
  const [size, index] = [1_000_000, 524_287]
  const proof = inclusionProof(index, size, (level, i) => leafHash(Buffer.from(`${level} ${i}`)))
  let root: Hash = leafHash(leafBytes(leafOf(index)))
  // Leaf 524,287 is the last of the left half, so every step but the last joins from the left.
  proof.forEach((hash, i) => {
    root = i < proof.length - 1 ? nodeHash(hash, root) : nodeHash(root, hash)
  })
  const text = textOf(size, root)
  const checkpoint = witnessed(noteOf(size, root), board.cosign(text, time), outside.cosign(text, time))
  return { leaf: leafOf(index), index, proof, checkpoint, disclosed: { salt, content } }
}

/** The text as a scanner reads it off a printed code of three dots a square. */
function scanned(text: string): string | undefined {
  const { data, size } = encode(text, { ecc: 'L', border: 4 })
  const [dots, side] = [3, size * 3]
  const picture = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (data[Math.floor(y / dots)]?.[Math.floor(x / dots)])
        picture.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  return jsqr.default(picture, side, side)?.data
}

describe('the text of the QR code', () => {
  it('says the same as the file', () => {
    const qr = qrOf(receipt)
    expect(qr).toMatch(/^LANYARD1:[0-9A-Z $%*+\-./:]+$/)
    expect(parseReceipt(qr)).toEqual(parseReceipt(receiptJson(receipt)))
    expect(checkReceipt(qr, trusted)).toEqual(check(receipt))
  })

  it('at a million entries, with two witnesses and the content, fits a QR code', () => {
    const million = atAMillion()
    expect(million.proof).toHaveLength(20)
    expect(check(million)).toMatchObject({ result: 'holds', size: 1_000_000, index: 524_287 })
    const qr = qrOf(million)
    expect(qr.length).toBeLessThanOrEqual(2900)
    expect(scanned(qr)).toBe(qr)
    expect(checkReceipt(qr, trusted)).toEqual(check(million))
  })

  it('is not given when the content is too long for it', () => {
    const long = Array.from({ length: 200 }, (_, i) => commit(salt, i))
    expect(receiptQr({ ...receipt, disclosed: { salt, content: long } })).toBeUndefined()
    expect(receiptQr({ ...receipt, disclosed: undefined })).toBeDefined()
  })

  it('that unpacks to more than a megabyte is malformed', () => {
    const bomb = `LANYARD1:${toBase45(deflateRawSync(' '.repeat(20_000_000) + receiptJson(receipt)))}`
    expect(checkReceipt(bomb, trusted).result).toBe('malformed')
    expect(checkReceipt('['.repeat(1_000_000), trusted).result).toBe('malformed')
    expect(checkReceipt(' '.repeat(2_000_000), trusted).result).toBe('malformed')
  })
})

it('content that JSON cannot say makes no receipt', () => {
  expect(() => receiptJson({ ...receipt, disclosed: { salt, content: undefined } })).toThrow(Malformed)
})

it('a receipt of anything reads back from both forms', () => {
  const about = fc.record({ kind: fc.string({ minLength: 1 }), id: fc.uuid() })
  const parts = fc.record({
    about: fc.array(about, { maxLength: 3 }),
    cites: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
    index: fc.nat(2 ** 40),
    proof: fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 40 }),
    content: fc.jsonValue(),
    shown: fc.boolean(),
  })
  fc.assert(
    fc.property(parts, ({ about, cites, index, proof, content, shown }) => {
      const leaf = { ...leafOf(1), about, cites }
      const disclosed = shown ? { disclosed: { salt, content } } : {}
      const json = receiptJson({ leaf, index, proof, checkpoint: receipt.checkpoint, ...disclosed })
      const read = parseReceipt(json)
      expect(receiptJson(read)).toBe(json)
      expect(read.proof.map(toBase64)).toEqual(proof.map(toBase64))
      const qr = receiptQr(read)
      if (qr) expect(receiptJson(parseReceipt(qr))).toBe(json)
    }),
  )
})
