import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointText } from './checkpoint.ts'
import { deriveKey, noteSigner } from './keys.ts'
import { Malformed } from './malformed.ts'
import { consistencyProof, emptyRoot, type Hash, leafHash, rootOf } from './merkle.ts'
import { formatVkey, noteVerifier, signNote } from './note.ts'
import { addCheckpointBody, decideCheckpoint, type Head, parseAddCheckpoint } from './witness.ts'

// FiloSottile/torchwood, cmd/litewitness/testdata/litewitness.txt: a log's key and the requests of a whole conversation.
const origin = 'sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562'
const key = noteVerifier(
  formatVkey(
    origin,
    1,
    Buffer.from('ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f', 'hex'),
  ),
)
const [one, two, three, four] = [
  'KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  'KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  'KgMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  'KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
]
const signed = (size: number, root: string, signature: string, name = origin) =>
  `\n${name}\n${size}\n${root}\n\n— ${name} UgIom${signature}\n`
const size1 = signed(
  1,
  'KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  '7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=',
)
const sign3 = '2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go='
const size3 = signed(3, 'RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=', sign3)
const size5 = signed(
  5,
  'QrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=',
  'w/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww=',
)

describe("litewitness's published conversation", () => {
  let head: Head | undefined
  const answer = (body: string) => {
    const decided = decideCheckpoint(body, name => (name === origin ? { keys: [key], head } : undefined))
    if (decided.decision === 'cosign') head = decided.head
    return decided
  }
  it('is answered as litewitness answers, with the statuses of the specification', () => {
    expect(answer(`old 0\n${size1}`)).toMatchObject({ decision: 'cosign', origin })
    // litewitness spoils the signature by stray base64 bits, which is refused here sooner, as malformed; this one is whole.
    expect(answer(`old 1\n${one}\n${two}\n${size3.replace('UgIom2Vb', 'UgIom2Va')}`)).toMatchObject({
      decision: 'bad-signature',
      status: 403,
    })
    const unknown = signed(
      3,
      'RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=',
      sign3,
      origin.replace('e562', 'e563'),
    )
    expect(answer(`old 1\n${one}\n${two}\n${unknown}`)).toMatchObject({
      decision: 'unknown-log',
      status: 404,
    })
    expect(answer(`old 1\n${size3}`)).toMatchObject({ decision: 'bad-proof', status: 422 })
    const wrong = two.replace('AAA=', 'BAA=')
    expect(answer(`old 1\n${one}\n${wrong}\n${size3}`)).toMatchObject({ decision: 'bad-proof', status: 422 })
    expect(answer(`old 1\n${one}\n${two}\n${size3}`)).toMatchObject({ decision: 'cosign', head: { size: 3 } })
    expect(answer(`old 1\n${one}\n+fUDV+k970B4I3uKrqJM4aP1lloPZP8mvr2Z4wRw2LI=\n${four}\n${size5}`)).toEqual({
      decision: 'conflict',
      status: 409,
      body: '3\n',
      contentType: 'text/x.tlog.size',
    })
    const between = 'wgiIFdZfYNv6WU1OllBKsWnLYIS/DBMqt8Uh/S4OukE='
    expect(answer(`old 3\n${two}\n${three}\n${between}\n${four}\n${size5}`)).toMatchObject({
      decision: 'cosign',
    })
    expect(answer(`old 0\n${size5}`)).toMatchObject({ decision: 'conflict', status: 409, body: '5\n' })
  })
})

describe('what a witness refuses', () => {
  const name = 'lanyard.example/log/harbour'
  const signer = noteSigner(name, deriveKey(new Uint8Array(32), `log ${name}`))
  const keys = [noteVerifier(signer.vkey)]
  const leaves = Array.from({ length: 20 }, (_, i) => leafHash(Buffer.from([i])))
  const hashAt = (level: number, index: number) =>
    rootOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))
  const rootAt = (size: number) => rootOf(leaves.slice(0, size))
  const noteOf = (size: number, root: Hash) =>
    signNote(checkpointText({ origin: name, size, root, extensions: [] }), [signer])
  const ask = (held: Head | undefined, oldSize: number, size: number, root = rootAt(size), proof?: Hash[]) =>
    decideCheckpoint(
      addCheckpointBody({
        oldSize,
        proof: proof ?? consistencyProof(oldSize, size, hashAt),
        note: noteOf(size, root),
      }),
      () => ({ keys, head: held }),
    ).decision
  const held = (size: number): Head => ({ size, root: rootAt(size) })

  it('every honest step from every size is cosigned, also the same head again', () => {
    for (let size = 0; size <= 20; size++) {
      for (let old = 0; old <= size; old++) expect(ask(held(old), old, size)).toBe('cosign')
    }
    expect(ask(undefined, 0, 7)).toBe('cosign')
  })
  it('a shrunk, forked or rewritten log is never cosigned', () => {
    const other = leafHash(Buffer.from('other'))
    expect(ask(held(7), 7, 7, other)).toBe('different-root')
    expect(ask(held(7), 7, 9, other)).toBe('bad-proof')
    expect(ask({ size: 7, root: other }, 7, 9)).toBe('bad-proof')
    expect(ask(held(7), 5, 6)).toBe('conflict')
    expect(ask(held(7), 7, 6, rootAt(6), [])).toBe('old-size-too-large')
    expect(ask(undefined, 5, 7)).toBe('conflict')
    expect(ask(undefined, 0, 7, rootAt(7), [other])).toBe('bad-proof')
    expect(ask(held(7), 7, 7, rootAt(7), [other])).toBe('bad-proof')
    expect(ask(undefined, 0, 0, other)).toBe('bad-empty-root')
    expect(ask(undefined, 0, 0, emptyRoot)).toBe('cosign')
  })
  it('a checkpoint that only strangers signed is not cosigned', () => {
    const stranger = noteSigner(name, deriveKey(new Uint8Array(32), 'stranger'))
    const note = signNote(checkpointText({ origin: name, size: 1, root: rootAt(1), extensions: [] }), [
      stranger,
    ])
    const body = addCheckpointBody({ oldSize: 0, proof: [], note })
    expect(decideCheckpoint(body, () => ({ keys }))).toMatchObject({ decision: 'bad-signature', status: 403 })
  })
  it.each([
    ['nothing', ''],
    ['no old line', `\n${noteOf(1, rootAt(1))}`],
    ['a leading zero', `old 01\n\n${noteOf(1, rootAt(1))}`],
    ['a line that is no hash', `old 1\nAAAA\n\n${noteOf(2, rootAt(2))}`],
    ['64 hashes', `old 1\n${`${one}\n`.repeat(64)}\n${noteOf(2, rootAt(2))}`],
    ['an unsigned checkpoint', `old 0\n\n${name}\n1\n${one}\n`],
    ['a note that is no checkpoint', `old 0\n\n${signNote('hello\n', [signer])}`],
  ])('%s is malformed', (_name, body) => {
    expect(decideCheckpoint(body, () => ({ keys }))).toMatchObject({ decision: 'malformed', status: 400 })
    expect(() => parseAddCheckpoint(body)).toThrow(Malformed)
  })
  it('a request reads back as written, and any text is answered', () => {
    const note = noteOf(20, rootAt(20))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), oldSize => {
        const proof = consistencyProof(oldSize, 20, hashAt)
        expect(parseAddCheckpoint(addCheckpointBody({ oldSize, proof, note }))).toEqual({
          oldSize,
          proof,
          note,
        })
      }),
    )
    fc.assert(
      fc.property(fc.string(), text => {
        expect(decideCheckpoint(text, () => ({ keys })).decision).toBe('malformed')
      }),
    )
  })
})
