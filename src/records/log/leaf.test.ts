import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asLeaf, commit, commitText, type Leaf, leafText, parseLeaf } from './leaf.ts'
import { Malformed } from './malformed.ts'

const leaf: Leaf = {
  v: 1,
  id: '019ab2c0-0000-7000-8000-000000000001',
  at: '2026-11-23T09:30:00.000Z',
  who: '019ab2c0-0000-7000-8000-000000000002',
  event: 'policy.signed',
  about: [{ kind: 'policy', id: '019ab2c0-0000-7000-8000-000000000003' }],
  cites: ['S12'],
  commitment: commit(new Uint8Array(32), { hash: 'x' }),
}

describe('a leaf', () => {
  it('is one text, which reads back to the same leaf', () => {
    const text = leafText(leaf)
    expect(
      text.startsWith('{"about":[{"id":"019ab2c0-0000-7000-8000-000000000003","kind":"policy"}],"at":"'),
    ).toBe(true)
    expect(parseLeaf(text)).toEqual(leaf)
  })

  it.each([
    ['another version', { v: 2 }],
    ['no id', { id: undefined }],
    ['an id that is no UUID', { id: 'x' }],
    ['an id in capitals', { id: leaf.id.toUpperCase() }],
    ['a time without milliseconds', { at: '2026-11-23T09:30:00Z' }],
    ['a time in another zone', { at: '2026-11-23T09:30:00.000+00:00' }],
    ['a day that is not', { at: '2026-02-30T09:30:00.000Z' }],
    ['somebody who is nobody', { who: 'admin' }],
    ['an event without a verb', { event: 'policy' }],
    ['about a text', { about: 'policy' }],
    ['about a thing without an id', { about: [{ kind: 'policy' }] }],
    ['about a thing with more', { about: [{ kind: 'policy', id: 'x', name: 'y' }] }],
    ['a citation that is no text', { cites: [12] }],
    ['a short commitment', { commitment: 'AAAA' }],
    ['an unknown field', { content: 'what was said' }],
  ])('with %s is refused', (_name, change) => {
    const value = { ...leaf, ...change }
    expect(() => asLeaf(value)).toThrow(Malformed)
    expect(() => parseLeaf(JSON.stringify(value))).toThrow(Malformed)
  })

  it('in any other spelling of the same JSON is refused', () => {
    const text = leafText(leaf)
    for (const other of [
      ` ${text}`,
      JSON.stringify(leaf),
      text.replace('policy', '\\u0070olicy'),
      'null',
      '[]',
      '{',
    ]) {
      expect(() => parseLeaf(other)).toThrow(Malformed)
    }
    fc.assert(
      fc.property(fc.string(), any => {
        expect(() => parseLeaf(any)).toThrow(Malformed)
      }),
    )
  })
})

describe('a commitment', () => {
  it('is SHA-256 of salt and canonical content', () => {
    const salt = Buffer.alloc(32, 9)
    const expected = createHash('sha256').update(salt).update('{"a":1,"b":"é"}').digest('base64')
    expect(commit(salt, { b: 'é', a: 1 })).toBe(expected)
    expect(commitText(salt, '{"a":1,"b":"é"}')).toBe(expected)
  })
  it('changes with the salt, and needs all 32 bytes of it', () => {
    expect(commit(Buffer.alloc(32, 1), 1)).not.toBe(commit(Buffer.alloc(32, 2), 1))
    expect(() => commit(new Uint8Array(31), 1)).toThrow(RangeError)
    expect(() => commit(new Uint8Array(32), undefined)).toThrow(Malformed)
  })
})
