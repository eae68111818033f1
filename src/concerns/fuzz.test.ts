import { createServer } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scan } from '../kit/clamd.ts'
import { checkProof, isProof, namedOnProof } from '../records/index.ts'
import { fields, isPackBody, type Known, packs } from '../routing/index.ts'
import { bodyText, placeIds, readBody } from './casework/body/places.ts'
import { readCode, shownCode } from './code.ts'
import { judge } from './documents/judge.ts'
import { checkTold, isTold, namedOnTold } from './exports/check.ts'
import { handedText, readHanded } from './packs/known.ts'

// What is read of what others may have written: codes, files to check, what a scanner says, documents. The forms of the pages
// are in tests/attacks/concern-forms.test.ts.

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 70 }), fc.string({ unit: 'grapheme' }))

test('a code is read however it is typed, and nothing else is one', () => {
  fc.assert(
    fc.property(anyText, text => {
      const code = readCode(text)
      if (code) expect(readCode(shownCode(code).toLowerCase())).toBe(code)
    }),
  )
})

const proofLike = fc
  .record({
    format: fc.constant('lanyard-proof/v1'),
    note: fc.string({ unit: 'binary' }),
    text: fc.anything(),
  })
  .map(value => {
    try {
      return JSON.stringify(value)
    } catch {
      return '{}'
    }
  })

test('no file breaks the check of a proof', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), proofLike), text => {
      isProof(text)
      namedOnProof(text)
      expect(['malformed', 'unknown-log']).toContain(checkProof(text, []).result)
    }),
    { numRuns: 500 },
  )
})

/** A file that means to be an export, with parts of it missing, altered or of another kind. */
const toldLike = fc
  .record(
    {
      kind: fc.constant('concerns'),
      concerns: fc.oneof(
        fc.jsonValue(),
        fc.array(
          fc.record({ id: fc.uuid(), last: fc.integer(), unnumbered: fc.integer(), report: proofLike }),
        ),
      ),
      entries: fc.oneof(
        fc.jsonValue(),
        fc.array(fc.record({ leaf: fc.jsonValue(), content: fc.jsonValue(), salt: fc.string() })),
      ),
      people: fc.jsonValue(),
    },
    { requiredKeys: ['kind'] },
  )
  .map(body => JSON.stringify({ format: 'lanyard-proof/v1', note: 'a\nb\nc\n', text: JSON.stringify(body) }))

test('no file breaks the check of an export of what is told, and none that nobody signed holds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), proofLike, toldLike), text => {
      isTold(text)
      namedOnTold(text)
      expect(checkTold(text, { logs: [], witnesses: [] } as never).result).not.toBe('holds')
    }),
    { numRuns: 500 },
  )
})

const known = fc.dictionary(
  fc.constantFrom(...Object.keys(fields)),
  anyText,
) as unknown as fc.Arbitrary<Known>

test('what a body was handed is read back as it was; another form of it is a fault, and never half a pack', () => {
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(packs) as (keyof typeof packs)[])), known, (body, its) => {
      const back = readHanded(handedText({ body, known: its }))
      expect([back.body, { ...back.known }]).toEqual([body, { ...its }])
    }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      try {
        expect(isPackBody(readHanded(text).body)).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
      }
    }),
  )
})

test('a place on the body is read back with its words, and nothing that is no place is one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...placeIds), anyText, (id, words) => {
      expect(readBody(bodyText(id, words))).toEqual({ id, words })
    }),
  )
  const odd = fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty', 'front', '')
  fc.assert(
    fc.property(fc.oneof(odd, fc.string({ unit: 'grapheme' })), text => {
      expect(readBody(`${text}\nwords`)).toBeUndefined()
    }),
  )
})

/** A scanner that says one thing to whoever asks, in pieces. */
async function saying(parts: readonly Uint8Array[]) {
  const server = createServer(socket => {
    socket.on('error', () => {})
    for (const part of parts) socket.write(part)
    socket.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  return { at: `127.0.0.1:${typeof place === 'object' ? place?.port : 0}`, close: () => server.close() }
}

test('whatever a scanner answers, only a whole “OK” is clean, and nothing breaks', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .constantFrom(
        'stream: OK\0',
        'stream: OK',
        'OK\0',
        'stream: Eicar FOUND\0',
        'stream: OK\0stream: X FOUND\0',
      )
      .map(text => new TextEncoder().encode(text)),
    fc
      .tuple(fc.constantFrom('stream: ', ''), fc.string(), fc.constantFrom(' FOUND\0', ' ERROR\0', '\0'))
      .map(parts => new TextEncoder().encode(parts.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { maxLength: 3 }), async parts => {
      const scanner = await saying(parts)
      const all = Buffer.concat(parts).toString('latin1')
      const said = await scan(scanner.at, new Uint8Array([1]), 2_000)
      scanner.close()
      if (said === 'clean') expect(all.startsWith('stream: OK\0')).toBe(true)
      if (said === 'infected') expect(all).toContain(' FOUND\0')
    }),
    { numRuns: 60 },
  )
}, 60_000)

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const mail = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nDate: Thu, 26 Nov 2026 12:00:00 +0000\r\n'
const picture = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'
const documentLike = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ unit: 'grapheme' }).map(text),
  fc
    .tuple(
      fc.constantFrom(
        '%PDF-1.7\n',
        'PK\x03\x04',
        mail,
        `${mail}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n`,
        '{\\rtf1',
        '<?xml ',
      ),
      fc.string({ unit: 'binary', maxLength: 200 }),
    )
    .map(([head, rest]) => Buffer.from(head + rest, 'latin1')),
)

test('whatever is handed in as a document is one of four kinds, or is turned away with a reason; a picture is never one', async () => {
  await fc.assert(
    fc.asyncProperty(documentLike, fc.boolean(), async (bytes, pictured) => {
      const all = pictured ? Buffer.concat([Buffer.from(picture, 'latin1'), bytes]) : bytes
      const judged = await judge(new Uint8Array(all))
      if ('kind' in judged) expect(['pdf', 'word', 'text', 'email']).toContain(judged.kind)
      else expect(judged.refused.length).toBeGreaterThan(0)
      if (pictured) expect(judged).toEqual({ refused: 'picture' })
    }),
    { numRuns: 120 },
  )
}, 60_000)
