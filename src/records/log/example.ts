import { checkpointText } from './checkpoint.ts'
import { cosigner } from './cosignature.ts'
import { deriveKey, noteSigner } from './keys.ts'
import { commit, type Leaf, leafBytes } from './leaf.ts'
import { type Hash, type HashAt, inclusionProof, leafHash, rootOf } from './merkle.ts'
import { type NoteSignature, type Signer, signatureLine, signNote } from './note.ts'
import type { Receipt } from './receipt.ts'

/** A small log made from a fixed secret that nobody uses: for the tests, and for the worked example in docs. */

export const master = new Uint8Array(32).fill(3)
export const origin = 'lanyard.example/log/harbour-youth-theatre'
export const log = noteSigner(origin, deriveKey(master, `log ${origin}`))
export const board = cosigner('lanyard.example/board', deriveKey(master, 'witness lanyard.example/board'))
export const outside = cosigner('witness.example/w1', deriveKey(master, 'witness witness.example/w1'))

export const salt = new Uint8Array(32).fill(5)
export const content = { policy: 'Acceptable use', textHash: 'aGFyYm91cg==', version: 3 }

export const leafOf = (index: number): Leaf => ({
  v: 1,
  id: `019ab2c0-0000-7000-8000-${String(index).padStart(12, '0')}`,
  at: '2026-11-23T09:30:00.000Z',
  who: '019ab2c0-1111-7000-8000-000000000002',
  event: 'policy.signed',
  about: [
    { kind: 'policy-version', id: '019ab2c0-2222-7000-8000-000000000003' },
    { kind: 'person', id: '019ab2c0-1111-7000-8000-000000000002' },
  ],
  cites: ['S12', 'S47'],
  commitment: commit(salt, content),
})

export const textOf = (size: number, root: Hash): string =>
  checkpointText({ origin, size, root, extensions: [] })
export const noteOf = (size: number, root: Hash, signer: Signer = log): string =>
  signNote(textOf(size, root), [signer])
export const witnessed = (note: string, ...cosignatures: NoteSignature[]): string =>
  note + cosignatures.map(signatureLine).join('')

/** Seconds since 1970. */
export const time = 1_795_426_201
export const size = 11
export const leafHashes = Array.from({ length: size }, (_, i) => leafHash(leafBytes(leafOf(i))))
export const hashAt: HashAt = (level, index) =>
  rootOf(leafHashes.slice(index * 2 ** level, (index + 1) * 2 ** level))
export const root = rootOf(leafHashes)

export const receipt: Receipt = {
  leaf: leafOf(6),
  index: 6,
  proof: inclusionProof(6, size, hashAt),
  checkpoint: witnessed(noteOf(size, root), board.cosign(textOf(size, root), time)),
  disclosed: { salt, content },
}
