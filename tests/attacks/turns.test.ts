import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptableUse } from '../../src/demo/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { type Person, signedIn, wordsOf } from '../setup/person.ts'

// What costs more than a page does: large files, which are held in memory, and documents that are set.

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const upload = `/policies/${acceptableUse.riverside}/draft/upload`

/** Begins to send a file in pieces, without saying how large it is. It is sent whole when `end` is called. */
function sendsSlowly(who: Person) {
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(into) {
      into.enqueue(
        Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'),
      )
      end = () => {
        into.enqueue(Buffer.from('Use the team phone.\r\n--x--\r\n'))
        into.close()
      }
    },
  })
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = {
    cookie,
    origin: house.url,
    'sec-fetch-site': 'same-origin',
    'content-type': 'multipart/form-data; boundary=x',
    'transfer-encoding': 'chunked',
  }
  const init = { method: 'POST', headers, body, duplex: 'half' }
  return { answer: house.fetch(new Request(house.url + upload, init as RequestInit)), end }
}

test('one person has one large file under way, however it is sent; a colleague beside them has theirs', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  await grace.go(`/policies/${acceptableUse.riverside}/draft`, { begin: 'file' })
  const first = sendsSlowly(amira)
  // Given time to be taken: what follows is answered while it is still on its way.
  await new Promise(done => setTimeout(done, 300))
  const second = await amira.upload(upload, 'file', new File(['Use the team phone.'], 'a.txt'))
  expect([second.status, second.headers.get('retry-after')]).toEqual([503, '60'])
  expect(wordsOf(await second.text())).toContain('Still busy with what was asked for before')
  expect((await grace.upload(upload, 'file', new File(['Use the team phone.'], 'a.txt'))).status).toBe(200)
  first.end()
  // Whose policy it is not to write: read, and nothing there for them.
  expect((await first.answer).status).toBe(404)
  expect((await amira.upload(upload, 'file', new File(['Phones'], 'a.txt'))).status).toBe(404)
})

test('one person has a few documents being set at once, and a colleague’s is made meanwhile', async () => {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const at = await amira.go('/posters/general/print', { size: 'a4', places: 'Hall' })
  const [mine, hers] = await Promise.all([
    Promise.all(Array.from({ length: 12 }, () => amira.get(`${at}/file`))),
    grace.get(`${at}/file`),
  ])
  const statuses = mine.map(({ status }) => status)
  expect(statuses.filter(status => status === 200).length).toBeGreaterThanOrEqual(3)
  expect(statuses.filter(status => status === 503).length).toBeGreaterThanOrEqual(1)
  expect(hers.status).toBe(200)
  expect((await amira.get(`${at}/file`)).status).toBe(200)
})
