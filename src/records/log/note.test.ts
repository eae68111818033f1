import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveKey, keyPairOf, noteSigner } from './keys.ts'
import { Malformed } from './malformed.ts'
import { formatNote, noteVerifier, openNote, parseNote, parseVkey, signNote, Unverified } from './note.ts'

// golang/mod, sumdb/note/note_test.go and example_test.go.
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const peterSeed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1)
const enochKey = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'
const [peter, enoch] = [noteVerifier(peterKey), noteVerifier(enochKey)]
const signer = noteSigner('PeterNeumann', keyPairOf(peterSeed))

describe('published notes', () => {
  it("Go's example is signed to the same bytes, by one signer and by two", () => {
    expect(signer.vkey).toBe(peterKey)
    expect(signNote(text, [signer])).toBe(`${text}\n${peterLine}`)
    // Go's second example makes its key from 32 zero bytes.
    const root = noteSigner('EnochRoot', keyPairOf(new Uint8Array(32)))
    expect(root.vkey).toBe(enochKey)
    expect(signNote(text, [signer, root])).toBe(`${text}\n${peterLine}${enochLine}`)
  })

  it("C2SP signed-note's example opens with its key", () => {
    const key = noteVerifier('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'
    expect(openNote(note, [key]).text).toBe('This is an example message.\n')
    expect(() => openNote(note.replace('message', 'massage'), [key])).toThrow(Unverified)
  })

  it("C2SP signed-note's first example parses: its text may hold empty lines and any letters", () => {
    const note =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'
    const parsed = parseNote(note)
    expect(parsed.text.endsWith(':\n\ned è subito sera.\n')).toBe(true)
    expect(parsed.signatures[0]?.keyId).toBe(0x367ba04b)
    expect(formatNote(parsed)).toBe(note)
  })

  // The checkpoint of sum.golang.org of 2024-09-23, as sigsum-go keeps it in pkg/checkpoint/checkpoint_test.go.
  it("the Go checksum database's checkpoint opens with its key", () => {
    const key = noteVerifier('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8')
    const note =
      'go.sum database tree\n30055305\nmXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=\n\n— sum.golang.org Az3grpgEild5qw7+5dtV13Kf1C2Xurm8q4fhdxvcsDHnqNTaxL2AFjBY+2TyGKevucFcAAlWFJJYle3EJlDCrQ+y3A8=\n'
    expect(openNote(note, [key]).signatures).toHaveLength(1)
  })
})

describe('opening a note', () => {
  it('keeps what known keys signed and ignores the rest', () => {
    const both = `${text}\n${peterLine}${enochLine}`
    expect(openNote(both, [peter]).signatures.map(s => s.name)).toEqual(['PeterNeumann'])
    expect(openNote(both, [peter, enoch]).signatures.map(s => s.name)).toEqual(['PeterNeumann', 'EnochRoot'])
    expect(openNote(`${text}\n${peterLine}${peterLine}`, [peter]).signatures).toHaveLength(1)
  })

  const reasonOf = (note: string) => {
    try {
      openNote(note, [peter])
    } catch (error) {
      return error instanceof Unverified ? error.reason : error instanceof Malformed ? 'malformed' : 'other'
    }
    return 'opened'
  }
  it('refuses a note that no known key signed', () => {
    expect(reasonOf(`${text}\n${enochLine}`)).toBe('no-known-key')
    expect(reasonOf(`${text}\n${peterLine.replace('PeterNeumann', 'CarmenSandiego')}`)).toBe('no-known-key')
  })
  it('refuses a false signature of a known key, even beside a true one', () => {
    const bad = `${peterLine.slice(0, 60)}ABCD${peterLine.slice(60)}`
    expect(reasonOf(`${text}\n${bad}`)).toBe('bad-signature')
    expect(reasonOf(`${text}\n${peterLine}${bad}`)).toBe('bad-signature')
    expect(reasonOf(`x${text}\n${peterLine}${enochLine}`)).toBe('bad-signature')
  })
  // The malformed notes of golang/mod, and a few more.
  it.each([
    ['no signatures', text],
    ['no signature lines', `${text}\n`],
    ['no last newline', `${text}\n${peterLine.slice(0, -1)}`],
    ['a control character', `\u0001${text}\n${peterLine}`],
    ['a tab', `\t${text}\n${peterLine}`],
    ['a carriage return', `${text.replace('\n', '\r\n')}\n${peterLine}`],
    ['a lone surrogate', `\ud800${text}\n${peterLine}`],
    ['a space in a name', `${text}\n${peterLine.replace('PeterNeumann', 'Bad Name')}`],
    ['a plus sign in a name', `${text}\n${peterLine.replace('PeterNeumann', 'Peter+Neumann')}`],
    ['a wide space in a name', `${text}\n${peterLine.replace('PeterNeumann', 'Peter\u3000N')}`],
    ['an unexpected line', `${text}\n${peterLine}Unexpected line.\n`],
    ['another dash', `${text}\n${peterLine.replace('—', '-')}`],
    ['base64 without padding', `${text}\n${peterLine.replace('AM=', 'AM')}`],
    ['base64 with stray bits', `${text}\n${peterLine.replace('AM=', 'AN=')}`],
    ['a signature without a key id', `${text}\n— PeterNeumann AAAA\n`],
    ['101 signatures', `${text}\n${peterLine.repeat(101)}`],
    ['nothing', ''],
  ])('refuses %s as malformed', (_name, note) => {
    expect(reasonOf(note)).toBe('malformed')
  })
  it('takes up to 100 signatures', () => {
    expect(reasonOf(`${text}\n${peterLine.repeat(100)}`)).toBe('opened')
  })
  it('a note reads back as it was signed, and any text is refused or read, never a fault', () => {
    const line = fc.string({ unit: 'grapheme' }).map(s => s.replaceAll(/\p{Cc}/gu, ''))
    fc.assert(
      fc.property(fc.array(line), lines => {
        const signed = lines.map(l => `${l}\n`).join('') || '\n'
        expect(openNote(signNote(signed, [signer]), [peter]).text).toBe(signed)
      }),
    )
    fc.assert(
      fc.property(fc.string(), s => {
        expect(['malformed', 'no-known-key']).toContain(reasonOf(s))
      }),
    )
  })
  it('nothing is signed that would not be a note', () => {
    expect(() => signNote('abc', [signer])).toThrow(Malformed)
    expect(() => signNote('a\tb\n', [signer])).toThrow(Malformed)
    expect(() => signNote(text, [])).toThrow(Malformed)
    expect(() => noteSigner('bad name', keyPairOf(peterSeed))).toThrow(Malformed)
  })
})

describe('verifier keys', () => {
  it('no other spelling of a key is taken', () => {
    for (let i = 0; i <= peterKey.length; i++) {
      for (let j = i + 1; j <= peterKey.length; j++) {
        if (i === 0 && j === peterKey.length) continue
        expect(() => noteVerifier(peterKey.slice(i, j))).toThrow(Malformed)
      }
    }
    for (let i = 0; i < peterKey.length; i++) {
      const other = String.fromCharCode(peterKey.charCodeAt(i) + 1)
      expect(() => noteVerifier(peterKey.slice(0, i) + other + peterKey.slice(i + 1))).toThrow(Malformed)
    }
  })
  it.each([
    ['a key too long', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['an unknown algorithm', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['a cosigning key', 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'],
  ])('refuses %s', (_name, vkey) => {
    expect(() => noteVerifier(vkey)).toThrow(Malformed)
  })
})

describe('keys from the master secret', () => {
  const master = new Uint8Array(32).fill(7)
  it('one secret and one purpose give one pair; another of either gives another', () => {
    const name = 'lanyard.example/log/harbour'
    const vkey = (secret: Uint8Array, purpose: string) => noteSigner(name, deriveKey(secret, purpose)).vkey
    expect(vkey(master, 'log a')).toBe(vkey(master, 'log a'))
    expect(vkey(master, 'log a')).not.toBe(vkey(master, 'log b'))
    expect(vkey(master, 'log a')).not.toBe(vkey(new Uint8Array(32), 'log a'))
    expect(parseVkey(vkey(master, 'log a')).name).toBe(name)
  })
  it('RFC 8032, section 7.1, test 1: the seed gives the public key and the signature', () => {
    const pair = keyPairOf(
      Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'),
    )
    expect(Buffer.from(pair.publicKey).toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
  })
  it('refuses a secret of another length', () => {
    expect(() => deriveKey(new Uint8Array(31), 'log a')).toThrow(RangeError)
    expect(() => keyPairOf(new Uint8Array(33))).toThrow(RangeError)
  })
})
