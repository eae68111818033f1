import { afterAll, beforeAll, expect, test } from 'vitest'
import { talk } from '../../tests/drills/tamper/record.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { Person } from '../../tests/setup/person.ts'
import { parseCheckpoint } from '../records/log/checkpoint.ts'
import { cosignatureVerifier } from '../records/log/cosignature.ts'
import { rootNeeds, rootOf } from '../records/log/merkle.ts'
import { noteVerifier, openNote } from '../records/log/note.ts'
import { hashesOf, partialTiles, type Tile, tilePath, tilesFor, tileWidth } from '../records/log/tiles.ts'

// What anybody can do from outside, with no more than the public addresses (C2SP tlog-tiles) and a log's keys.

let house: TestHouse
const stranger = () => new Person(house)
const log = '/log/riverside-youth'
beforeAll(async () => {
  house = await openHouse()
  // Enough for a full tile, and for one on the level above.
  await talk(house.house.ground, 'A long conversation', 260, () => house.sequence())
}, 120_000)
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const bytesOf = async (path: string) =>
  new Uint8Array(await (await stranger().get(`${log}/${path}`)).arrayBuffer())

/** The newest checkpoint, opened with the keys that the log gives out. */
async function checkpoint() {
  const answer = await stranger().get(`${log}/checkpoint`)
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  const note = await answer.text()
  const [logKey = '', witnessKey = ''] = (await (await stranger().get(`${log}/key`)).text())
    .trim()
    .split('\n')
  const { text } = openNote(note, [noteVerifier(logKey)])
  expect(openNote(note, [cosignatureVerifier(witnessKey)]).signatures).toHaveLength(1)
  return parseCheckpoint(text)
}

/** Fetches tiles as a client does, and gives the root that their hashes make. */
async function rootFrom(size: number): Promise<Uint8Array> {
  const needs = rootNeeds(size)
  const tiles = new Map<string, Uint8Array>()
  for (const tile of tilesFor(needs, size))
    tiles.set(`${tile.level}/${tile.n}`, await bytesOf(tilePath(tile)))
  const hashAt = hashesOf((level, n) => tiles.get(`${level}/${n}`))
  const peaks = needs.map(({ level, index }) => hashAt(level, index))
  return peaks.reduceRight((right, left) => rootOf([left, right]))
}

test('the root that is signed and cosigned is what the public tiles give', async () => {
  const { origin, size, root } = await checkpoint()
  expect(origin).toBe(`${new URL(house.url).host}${log}`)
  expect(size).toBeGreaterThan(256)
  expect(Buffer.from(await rootFrom(size))).toEqual(Buffer.from(root))
})

test('tiles are as the specification has them, those at the edge of every checkpoint there was among them', async () => {
  const { size } = await checkpoint()
  const full = await stranger().get(`${log}/tile/0/000`)
  expect(full.headers.get('content-type')).toBe('application/octet-stream')
  expect(full.headers.get('cache-control')).toContain('immutable')
  expect((await full.arrayBuffer()).byteLength).toBe(8192)
  const { rows } = await house.database.asOwner(
    `select size::int from checkpoint c join agency a on a.id = c.agency_id where slug = 'riverside-youth'`,
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const then of rows.map(row => row.size as number))
    for (const tile of partialTiles(then)) {
      const found = await bytesOf(tilePath(tile))
      expect([tilePath(tile), found.length]).toEqual([tilePath(tile), tile.width * 32])
    }
  // A hash on the level above is the root of the full tile below it.
  const leaves = await bytesOf('tile/0/000')
  const hashes = Array.from({ length: 256 }, (_, at) => leaves.subarray(at * 32, at * 32 + 32))
  expect(Buffer.from(await bytesOf('tile/1/000.p/1'))).toEqual(Buffer.from(rootOf(hashes)))

  const beyond: Tile = { level: 0, n: 1, width: tileWidth(0, 1, size) + 1 }
  const none = [
    tilePath(beyond),
    'tile/0/001',
    'tile/0/002.p/1',
    'tile/1/000.p/2',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/0',
    'tile/64/000',
    'tile/0/000/tile/0/000',
    'tile/0/..%2f000',
  ]
  for (const path of none)
    expect([path, (await stranger().get(`${log}/${path}`)).status]).toEqual([path, 404])
})

test('what entries say is never given out, nor that there is a log where there is none', async () => {
  for (const path of ['tile/entries/000', 'tile/entries/000.p/5', 'tile/data/000', 'entries', 'leaf/0'])
    expect([path, (await stranger().get(`${log}/${path}`)).status]).toEqual([path, 404])
  for (const path of ['checkpoint', 'key', 'tile/0/000.p/1'])
    expect((await stranger().get(`/log/no-such-agency/${path}`)).status).toBe(404)
})
