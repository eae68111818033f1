import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64 } from './base64.ts'
import { checkpointText, parseCheckpoint } from './checkpoint.ts'
import { cosignatureMessage, cosignatureVerifier, cosignedAt, cosigner } from './cosignature.ts'
import { keyPairOf, noteSigner } from './keys.ts'
import { Malformed } from './malformed.ts'
import {
  noteVerifier,
  openNote,
  parseNote,
  parseSignatureLine,
  parseVkey,
  signatureLine,
  signNote,
} from './note.ts'

// C2SP tlog-cosignature, its example. It gives no public keys, so what is checked is the form, the time and the message.
const sofa = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
`
const sofaNote = `${sofa}
— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`
// sigsum-go, pkg/checkpoint/checkpoint_test.go: the seed is the byte 17 and 31 zeros, the time 1234.
const seed = new Uint8Array(32)
seed[0] = 17
const pair = keyPairOf(seed)
const sigsum = 'example.org/log\n10\nHA5HAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'
const sigsumLine =
  '— example.org/witness ys8uUAAAAAAAAATSftMzceM8zssdZ9jin9SjwIxzx9iADMf63VqirX2hafol9RsqNqbofIz0LVRqHXI2kpEBSki5RTXFtxz1vo9+Cg==\n'
const witness = cosigner('example.org/witness', pair)

describe('checkpoints', () => {
  it("C2SP's example reads and writes to the same text", () => {
    const checkpoint = parseCheckpoint(parseNote(sofaNote).text)
    expect(checkpoint.origin).toBe('example.com/behind-the-sofa')
    expect(checkpoint.size).toBe(20852163)
    expect(checkpointText(checkpoint)).toBe(sofa)
  })

  it("sigsum-go's checkpoint is signed to the same bytes", () => {
    const origin = 'sigsum.org/v1/tree/e796172b92befd62d9dc67e41c2f5bc9d3100a3023b20b1ca40288dd1c679e69'
    const note = signNote(sigsum.replace('example.org/log', origin), [noteSigner(origin, pair)])
    expect(
      note.endsWith(
        ' gJ2ho0n8F8olcerUF1FFdv235A/5as/coWrpLrtE7ovMeP5whgwouYExowG/lTznxu6OUGjjt5yJQ6bXtTcf718MqAQ=\n',
      ),
    ).toBe(true)
  })

  // golang/mod, sumdb/tlog/note_test.go.
  it("Go's example of a tree reads, with extension lines and without", () => {
    const text = 'go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n'
    expect(parseCheckpoint(text).size).toBe(123456789012)
    expect(parseCheckpoint(`${text}JOE\n`).extensions).toEqual(['JOE'])
  })

  const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='
  it.each([
    ['no last newline', `a\n1\n${root}`],
    ['two lines', 'a\n1\n'],
    ['an empty origin', `\n1\n${root}\n`],
    ['an empty extension line', `a\n1\n${root}\n\n`],
    ['a hexadecimal size', `a\n0x1\n${root}\n`],
    ['a leading zero', `a\n01\n${root}\n`],
    ['a sign', `a\n+1\n${root}\n`],
    ['a size past 2^53', `a\n9007199254740992\n${root}\n`],
    ['a short root', 'a\n1\nAAAA\n'],
    ['a root with another last bit', `a\n1\n${root.replace('2I=', '2J=')}\n`],
  ])('refuses %s', (_name, text) => {
    expect(() => parseCheckpoint(text)).toThrow(Malformed)
  })

  it('writes none that would not read back', () => {
    const good = { origin: 'a', size: 1, root: new Uint8Array(32), extensions: [] }
    expect(() => checkpointText({ ...good, origin: 'a\nb' })).toThrow(Malformed)
    expect(() => checkpointText({ ...good, origin: '' })).toThrow(Malformed)
    expect(() => checkpointText({ ...good, size: -1 })).toThrow(Malformed)
    expect(() => checkpointText({ ...good, root: new Uint8Array(31) })).toThrow(Malformed)
    expect(() => checkpointText({ ...good, extensions: [''] })).toThrow(Malformed)
  })
})

describe('cosignatures', () => {
  it("C2SP's example has this time, and these are the bytes that were signed", () => {
    const line = parseNote(sofaNote).signatures[1]
    expect(line?.name).toBe('witness.example.com/w1')
    expect(line?.keyId).toBe(0x8d66cf3f)
    expect(cosignedAt(line?.signature ?? new Uint8Array())).toBe(1679315147)
    expect(cosignatureMessage(sofa, 1679315147)).toBe(`cosignature/v1\ntime 1679315147\n${sofa}`)
  })

  it("sigsum-go's cosignature is made to the same bytes, and verifies", () => {
    expect(signatureLine(witness.cosign(sigsum, 1234))).toBe(sigsumLine)
    const { signature } = parseSignatureLine(sigsumLine.trimEnd())
    expect(cosignatureVerifier(witness.vkey).verify(sigsum, signature)).toBe(true)
    expect(cosignedAt(signature)).toBe(1234)
  })

  // transparency-dev/formats, note/note_cosigv1_test.go.
  it("transparency-dev's published witness key and cosignature read", () => {
    const vkey = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'
    expect(cosignatureVerifier(vkey)).toMatchObject({ name: 'remora.n621.de', keyId: 0xda77ade7 })
    expect(() => noteVerifier(vkey)).toThrow(Malformed)
    const bytes = fromBase64(
      'ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==',
    )
    expect(cosignedAt(bytes?.subarray(4) ?? new Uint8Array())).toBe(1727964367)
  })

  it('a cosignature stands beside the log signature, each opened by its own key', () => {
    const log = noteSigner('example.org/log', pair)
    const note = signNote(sigsum, [log]) + signatureLine(witness.cosign(sigsum, 1234))
    expect(openNote(note, [noteVerifier(log.vkey)]).signatures).toHaveLength(1)
    expect(
      openNote(note, [noteVerifier(log.vkey), cosignatureVerifier(witness.vkey)]).signatures,
    ).toHaveLength(2)
    expect(parseVkey(witness.vkey).keyId).not.toBe(log.keyId)
  })

  it('no bit of time, signature or text can change, extension lines with them', () => {
    const text = `${sigsum}extension\n`
    const { signature } = witness.cosign(text, 1_700_000_000)
    const verifier = cosignatureVerifier(witness.vkey)
    expect(verifier.verify(text, signature)).toBe(true)
    expect(verifier.verify(text.replace('extension', 'extensiom'), signature)).toBe(false)
    fc.assert(
      fc.property(fc.nat(72 * 8 - 1), bit => {
        const bad = Buffer.from(signature)
        bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(verifier.verify(text, bad)).toBe(false)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
        expect(verifier.verify(text, bytes)).toBe(false)
      }),
    )
  })

  it('none is made of what is no checkpoint, or without a time', () => {
    expect(() => witness.cosign('hello\n', 1234)).toThrow(Malformed)
    for (const time of [0, -1, 1.5, Number.NaN, 2 ** 60]) {
      expect(() => witness.cosign(sigsum, time)).toThrow(Malformed)
    }
  })
})
