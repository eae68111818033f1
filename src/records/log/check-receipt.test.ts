import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase45 } from './base45.ts'
import { canonical } from './canonical.ts'
import { checkReceipt, trusting } from './check-receipt.ts'
import {
  board,
  content,
  leafOf,
  log,
  noteOf,
  origin,
  outside,
  receipt,
  root,
  salt,
  size,
  textOf,
  time,
  witnessed,
} from './example.ts'
import { deriveKey, noteSigner } from './keys.ts'
import { signNote } from './note.ts'
import { type Receipt, receiptJson } from './receipt.ts'

const trusted = trusting([log.vkey], [board.vkey, outside.vkey])
const check = (r: Receipt) => checkReceipt(receiptJson(r), trusted)

describe('a receipt that holds', () => {
  it('says whose log, which entry, who witnessed it and what it commits to', () => {
    expect(check(receipt)).toEqual({
      result: 'holds',
      origin,
      leaf: receipt.leaf,
      index: 6,
      size: 11,
      witnesses: [{ name: 'lanyard.example/board', at: new Date(time * 1000) }],
      content: { shown: true, value: content },
    })
  })
  it('holds without content, and says that none is shown', () => {
    expect(check({ ...receipt, disclosed: undefined })).toMatchObject({
      result: 'holds',
      content: { shown: false },
    })
  })
  it('holds without a witness that is known, and says that nobody witnessed it', () => {
    expect(check({ ...receipt, checkpoint: noteOf(size, root) })).toMatchObject({
      result: 'holds',
      witnesses: [],
    })
    const nobody = checkReceipt(receiptJson(receipt), trusting([log.vkey], [outside.vkey]))
    expect(nobody).toMatchObject({ result: 'holds', witnesses: [] })
  })
})

describe('a receipt that does not hold', () => {
  it('another entry, or another place', () => {
    expect(check({ ...receipt, leaf: leafOf(7) })).toEqual({ result: 'bad-proof' })
    expect(check({ ...receipt, index: 7 })).toEqual({ result: 'bad-proof' })
    expect(check({ ...receipt, index: 11 })).toEqual({ result: 'bad-proof' })
    expect(check({ ...receipt, proof: receipt.proof.slice(1) })).toEqual({ result: 'bad-proof' })
    expect(check({ ...receipt, leaf: { ...receipt.leaf, who: 'system' } })).toEqual({ result: 'bad-proof' })
  })
  it('other content, or another salt', () => {
    const other = { result: 'content-does-not-match' }
    expect(check({ ...receipt, disclosed: { salt, content: { ...content, version: 4 } } })).toEqual(other)
    expect(check({ ...receipt, disclosed: { salt: new Uint8Array(32), content } })).toEqual(other)
  })
  it('a log that is not known', () => {
    expect(checkReceipt(receiptJson(receipt), trusting([], [board.vkey]))).toEqual({
      result: 'unknown-log',
      origin,
    })
  })
  it('a checkpoint that the log did not sign', () => {
    const thief = noteSigner(origin, deriveKey(new Uint8Array(32), 'thief'))
    const forged = { ...receipt, checkpoint: noteOf(size, root, thief) }
    expect(check(forged)).toMatchObject({ result: 'bad-signature' })
    expect(check({ ...receipt, checkpoint: receipt.checkpoint.replace('\n11\n', '\n12\n') })).toMatchObject({
      result: 'bad-signature',
    })
  })
  it('a checkpoint signed by another agency whose log is known', () => {
    const other = noteSigner('lanyard.example/log/quayside', deriveKey(new Uint8Array(32), 'quayside'))
    const crossed = receiptJson({ ...receipt, checkpoint: noteOf(size, root, other) })
    expect(checkReceipt(crossed, trusting([other.vkey], [])).result).toBe('unknown-log')
    expect(checkReceipt(crossed, trusting([other.vkey, log.vkey], [])).result).toBe('bad-signature')
  })
  it('a false cosignature of a known witness', () => {
    const { name, keyId, signature } = board.cosign(textOf(size, root), time)
    const early = Buffer.from(signature)
    early.writeBigUInt64BE(BigInt(time - 86_400))
    const checkpoint = witnessed(noteOf(size, root), { name, keyId, signature: early })
    expect(check({ ...receipt, checkpoint })).toMatchObject({ result: 'bad-signature' })
  })

  const plain = JSON.parse(receiptJson(receipt)) as Record<string, unknown>
  const without = (field: string) =>
    Object.fromEntries(Object.entries(plain).filter(([name]) => name !== field))
  it.each([
    ['another format', { ...plain, format: 'lanyard-receipt/v2' }],
    ['an unknown field', { ...plain, note: 'believe me' }],
    ['no leaf', without('leaf')],
    ['no checkpoint', without('checkpoint')],
    ['content without its salt', without('salt')],
    ['a salt without its content', without('content')],
    ['a short salt', { ...plain, salt: 'AAAA' }],
    ['a fraction of an index', { ...plain, index: 6.5 }],
    ['a proof that is not a list', { ...plain, proof: 'x' }],
    ['a short hash', { ...plain, proof: ['AAAA'] }],
    ['a checkpoint that is no note', { ...plain, checkpoint: textOf(size, root) }],
    ['a note that is no checkpoint', { ...plain, checkpoint: signNote('hello\n', [log]) }],
    ['a leaf with more', { ...plain, leaf: { ...leafOf(6), extra: 1 } }],
    ['nothing', null],
    ['a number', 7],
  ])('%s is malformed', (_name, value) => {
    expect(checkReceipt(canonical(value), trusted)).toMatchObject({ result: 'malformed' })
  })

  it('JSON that two readers could read differently is malformed', () => {
    const text = receiptJson(receipt).trim()
    expect(checkReceipt(text, trusted).result).toBe('holds')
    expect(checkReceipt(text.replace('"index":6', '"index":7,"index":6'), trusted).result).toBe('malformed')
    expect(checkReceipt(JSON.stringify(JSON.parse(text), null, 2), trusted).result).toBe('malformed')
  })

  it('no change of one bit of the file leaves a receipt that holds and says another thing', () => {
    const bytes = Buffer.from(receiptJson(receipt).trim())
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), bit => {
        const bad = Buffer.from(bytes)
        bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const found = checkReceipt(bad.toString(), trusted)
        // A changed name or key id makes a cosignature an unknown one's: it holds, but not as witnessed.
        if (found.result === 'holds')
          expect(found).toMatchObject({ witnesses: [], leaf: receipt.leaf, size: 11 })
      }),
      { numRuns: 1500 },
    )
  })
})

it('whatever the text, checking throws nothing', () => {
  const fields = Object.keys(JSON.parse(receiptJson(receipt)) as object)
  const almost = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()).map(more => {
    return JSON.stringify({ ...JSON.parse(receiptJson(receipt)), ...more })
  })
  const packed = fc.uint8Array().map(bytes => `LANYARD1:${toBase45(bytes)}`)
  const any = fc.oneof(
    fc.string(),
    fc.json(),
    almost,
    packed,
    fc.string().map(s => `LANYARD1:${s}`),
  )
  fc.assert(
    fc.property(any, text => {
      expect(['malformed', 'holds', 'bad-proof', 'content-does-not-match']).toContain(
        checkReceipt(text, trusted).result,
      )
    }),
    { numRuns: 1000 },
  )
})
