import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { bech32 } from './bech32.ts'
import {
  lockWithSecret,
  lockWithWords,
  newIdentity,
  openerOf,
  openWith,
  recipientOf,
  sealAnew,
  sealFor,
  unlockWithSecret,
  unlockWithWords,
} from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (found: Uint8Array | undefined) => found && new TextDecoder().decode(found)

test('each of those it is sealed to opens it, nobody else does, and nothing that was altered opens', async () => {
  const [ellen, farid, grace] = [await newIdentity(), await newIdentity(), await newIdentity()]
  const sealed = await sealFor([ellen.recipient, farid.recipient], bytes('Jamie said so'))
  expect(text(await openWith(ellen.identity, sealed))).toBe('Jamie said so')
  expect(text(await openWith(farid.identity, sealed))).toBe('Jamie said so')
  expect(await openWith(grace.identity, sealed)).toBeUndefined()
  expect(text(await openerOf([grace.identity, farid.identity])(sealed))).toBe('Jamie said so')
  for (const at of [30, sealed.length - 1]) {
    const altered = Uint8Array.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(await openWith(ellen.identity, altered)).toBeUndefined()
  }
  expect(await openWith(ellen.identity, bytes('no age file'))).toBeUndefined()
  expect(Buffer.from(sealed).includes('Jamie')).toBe(false)
  await expect(sealFor([], bytes('x'))).rejects.toThrow('lost')
})

test('keys and what is sealed are the library’s own, though the machine’s code makes them', async () => {
  for (let times = 0; times < 50; times++) {
    const { identity, recipient } = await newIdentity()
    expect(await identityToRecipient(identity)).toBe(recipient)
    const other = await generateX25519Identity()
    const sealed = await sealFor([recipient, await identityToRecipient(other)], bytes('Jamie'))
    for (const one of [identity, other]) {
      expect(text(await openWith(one, sealed))).toBe('Jamie')
      const library = new Decrypter()
      library.addIdentity(one)
      expect(await library.decrypt(sealed, 'text')).toBe('Jamie')
    }
    const encrypter = new Encrypter()
    for (const one of [await identityToRecipient(other), recipient]) encrypter.addRecipient(one)
    expect(text(await openWith(identity, await encrypter.encrypt('Sam')))).toBe('Sam')
    const at = 4 + Math.floor(Math.random() * 58)
    const wrong = recipient.slice(0, at) + (recipient[at] === 'q' ? 'p' : 'q') + recipient.slice(at + 1)
    await expect(sealFor([wrong], bytes('Jamie'))).rejects.toThrow()
  }
  // A point of low order, with which anybody would know the secret.
  await expect(sealFor([bech32('age', new Uint8Array(32))], bytes('Jamie'))).rejects.toThrow()
})

test.each([0, 1, 600, 65_535, 65_536, 65_537, 131_072, 200_000])(
  'a file of %i bytes is one that the library opens; with a piece cut off, moved or put twice it is none',
  async length => {
    const readers = [await newIdentity(), await newIdentity(), await newIdentity()]
    const said = new Uint8Array(length).map((_, at) => at % 251)
    const recipients = readers.map(({ recipient }) => recipient)
    const sealed = await sealFor(recipients, said)
    for (const { identity } of readers) {
      const library = new Decrypter()
      library.addIdentity(identity)
      expect(Buffer.from(await library.decrypt(sealed)).equals(said)).toBe(true)
    }
    const encrypter = new Encrypter()
    for (const one of recipients) encrypter.addRecipient(one)
    const theirs = await encrypter.encrypt(said)
    expect(sealed.length).toBe(theirs.length)
    // The same lines, but for what is drawn anew for each file.
    const shape = (file: Uint8Array) =>
      Buffer.from(file.subarray(0, 400))
        .toString('latin1')
        .split('\n')
        .slice(0, 8)
        .map(line => line.replace(/[\w+/]{43}/, ''))
    expect(shape(sealed)).toEqual(shape(theirs))
    const head = sealed.length - length - 16 * Math.max(1, Math.ceil(length / 65_536))
    const piece = 65_536 + 16
    const [first, second] = [
      sealed.subarray(head, head + piece),
      sealed.subarray(head + piece, head + 2 * piece),
    ]
    const before = sealed.subarray(0, head)
    const wrong = [
      ...(second.length > 0
        ? [
            [before, first],
            [before, second, first],
            [before, second],
          ]
        : []),
      [before, first, first],
      [before],
      [before, sealed.subarray(head, -1)],
    ]
    const open = openerOf([readers[1]?.identity ?? ''])
    for (const parts of wrong) expect(await open(Buffer.concat(parts))).toBeUndefined()
  },
)

test('what is sealed anew at the same time opens to its own readers alone; one that cannot be sealed spoils no other', async () => {
  const readers = [await newIdentity(), await newIdentity()]
  const one = (what: string, at: number) =>
    sealAnew({ bytes: bytes(what), readers: [readers[at % 2]?.recipient ?? ''] })
  const said = Array.from({ length: 40 }, (_, at) => `Jamie ${at}`)
  const [all, none] = await Promise.all([
    Promise.all(said.map(one)),
    sealAnew({ bytes: bytes('x'), readers: ['age1nobody'] }).catch((error: unknown) => error),
    sealAnew({ bytes: bytes('x'), readers: [] }).catch(() => undefined),
  ])
  expect(none).toBeInstanceOf(Error)
  expect(new Set(all.map(({ recipient }) => recipient)).size).toBe(said.length)
  for (const [at, { recipient, keys, sealed, own }] of all.entries()) {
    expect(text(await openWith(own.identity, sealed))).toBe(said[at])
    const secret = text(await openWith(readers[at % 2]?.identity ?? '', keys)) ?? ''
    expect(await recipientOf(secret)).toBe(recipient)
    expect(text(await openWith(secret, sealed))).toBe(said[at])
    expect(await openWith(readers[(at + 1) % 2]?.identity ?? '', keys)).toBeUndefined()
  }
})

test('words open what they locked however they are spaced, and no others do; nothing waits on the event loop', async () => {
  const { identity } = await newIdentity()
  const locked = await lockWithWords('copper  lantern otter ', identity)
  expect(await unlockWithWords(' copper lantern otter', locked)).toBe(identity)
  expect(await unlockWithWords('Copper lantern otter', locked)).toBeUndefined()
  let longest = 0
  const from = performance.now()
  let last = from
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await unlockWithWords('copper lantern otter', locked)
  clearInterval(beat)
  // On the event loop it would be all of it, however slow the machine is at this moment.
  expect(longest).toBeLessThan((performance.now() - from) / 2)
})

test('what a passkey gives locks and unlocks quickly', async () => {
  const secret = Uint8Array.from({ length: 32 }, (_, at) => at)
  const locked = await lockWithSecret(secret, 'AGE-SECRET-KEY-1…')
  expect(await unlockWithSecret(secret, locked)).toBe('AGE-SECRET-KEY-1…')
  expect(await unlockWithSecret(Uint8Array.from(secret).reverse(), locked)).toBeUndefined()
  await expect(lockWithSecret(new Uint8Array(16), 'x')).rejects.toThrow('32 bytes')
})

test('what the age command sealed opens here', async () => {
  // By age 1.1.1, of FiloSottile/age, to a key of its own making.
  const identity = 'AGE-SECRET-KEY-103S4W48THWFJXUZ68N9WZK2HX3FWCMH35Z3QFVAPJ78XV3T6GGAQXG2DM7'
  const sealed = Buffer.from(
    'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBzTkJ0QWNtZmRMVnZEREd6VTdaZlVGMzdyOXpmWW9vd20vdUV2d3RRN0FRCkZWZDlwbHg2ZmVVMVdWTzVtWXJROTJuSm9PYXhrWmlnbFM3VzJDSzg5UXMKLS0tIDNVR3FQZTNuOVFmTEZleFZ0ZFlOV3hIaTJsV3FaQmdYQ2NVdVplSml6cVkKer+CIO4qgOpTcMahrliqd9syqTCoHPWFE4FU+U+6X+aGJdzMTpKYjJtqqiTk',
    'base64',
  )
  expect(text(await openWith(identity, sealed))).toBe('Jamie said so')
})
