import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellsOf } from '../../../tests/setup/concern.ts'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { makesKey } from '../../../tests/setup/keys.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { newCode } from '../code.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ listen: true })
  await makesKey(await signedIn(house, 'ellen'))
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const at = '/tell/riverside-youth/words'
const personFrom = (address: string): Person => {
  const person = new Person(house)
  person.from = address
  return person
}

/** Begins to send a form, and then sends next to nothing: a real connection, to the real server. */
async function sendsSlowly(path: string): Promise<Socket> {
  const { hostname, port, host } = new URL(house.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: ${host}\r\norigin: ${house.url}\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\nw`,
  )
  return socket
}

/** In which order answers came. */
function inOrder() {
  const order: string[] = []
  const note = async <T>(name: string, answer: Promise<T>): Promise<T> => {
    const it = await answer
    order.push(name)
    return it
  }
  return { order, note }
}

test('forty connections that send next to nothing keep nobody from telling, or from coming back', async () => {
  const slow = await Promise.all(Array.from({ length: 40 }, (_, one) => sendsSlowly(one % 2 ? at : '/told')))
  const [first = slow[0]] = slow
  first?.write('o')
  const child = new Person({ url: house.url, fetch: request => fetch(request, { redirect: 'manual' }) })
  const { code } = await tellsOf(house, child, { words: 'He hits her.', about: 'unknown' })
  const later = new Person(house)
  await later.go('/told', { code })
  expect(wordsOf(await (await later.get('/told')).text())).toContain('He hits her.')
  expect(slow.every(socket => !socket.destroyed)).toBe(true)
  for (const socket of slow) socket.destroy()
})

test('hundreds from one place, each under a name of its own or of none, keep nobody from another place waiting', async () => {
  const { order, note } = inOrder()
  const flood = Array.from({ length: 300 }, (_, one) => {
    const person = personFrom(`203.0.113.${one % 250}`)
    // A number of their own making, of which we know nothing.
    person.cookies.set('lanyard.telling', `${'x'.repeat(18)}${1000 + one}`)
    return note('flood', person.post(at, { code: newCode(), words: 'Again.', about: 'unknown' }))
  })
  const child = personFrom('198.51.100.7')
  await note('child', child.post(at, { code: newCode(), words: 'He hits me.', about: 'unknown' }))
  await Promise.all(flood)
  expect(order.indexOf('child')).toBeLessThan(60)
  expect(wordsOf(await (await child.get('/told')).text())).toContain('He hits me.')
})

test('one browser may send three hundred in an hour; beyond, it waits, with the words before it, and nobody else does', async () => {
  const flood = personFrom('203.0.113.1')
  await flood.get(`${at}?danger=no`)
  const answers: Response[] = []
  for (let one = 0; one < 310; one += 62)
    answers.push(
      ...(await Promise.all(
        Array.from({ length: 62 }, () => flood.post(at, { code: newCode(), words: 'Again.', about: '' })),
      )),
    )
  expect(answers.filter(({ status }) => status === 503)).toHaveLength(10)
  const [busy] = answers.filter(({ status }) => status === 503)
  expect(await busy?.text()).toContain('Again.')
  await tellsOf(house, personFrom('203.0.113.1'), { words: 'The same school.', about: 'unknown' })
})

test('seven hundred wrong codes lock nobody out: a right one gets through at once', async () => {
  const child = personFrom('198.51.100.7')
  const { code } = await tellsOf(house, child, { words: 'Come back to this.', about: 'unknown' })
  const { order, note } = inOrder()
  const wrong = Array.from({ length: 700 }, async (_, one) => {
    const flood = personFrom('203.0.113.9')
    const { status } = await flood.post('/told', { code: one % 2 ? newCode() : 'x' })
    // One that is no code at all is answered without a look, and so is one too many.
    if (status === 422 && one % 2) order.push('wrong')
    return status
  })
  const later = personFrom('198.51.100.8')
  const answer = await note('right', later.post('/told', { code }))
  expect(answer.status).toBe(303)
  expect((await Promise.all(wrong)).every(status => [408, 422, 503].includes(status))).toBe(true)
  expect(order.length).toBeGreaterThan(50)
  // In one queue it would be the last of all; how many were answered before it came at all depends on the machine.
  expect(order.indexOf('right')).toBeLessThan(order.length - 5)
  expect((await personFrom('203.0.113.9').post('/told', { code })).status).toBe(303)
})

test('thirty files that unpack to a thousand megabytes are not unpacked: somebody else is answered meanwhile', async () => {
  const zeros = deflateSync(Buffer.alloc(31 * 2 ** 20))
  const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj\nstream\n'), zeros, Buffer.from('\nendstream')])
  const form = () => {
    const body = new FormData()
    body.set('words', 'See these.')
    body.set('about', 'unknown')
    for (let one = 0; one < 25; one++) body.append('file', new File([pdf], `${one}.pdf`))
    return body
  }
  const headers = { origin: house.url, 'sec-fetch-site': 'same-origin', host: new URL(house.url).host }
  for (const path of [at, '/told']) {
    const began = performance.now()
    const answer = await house.fetch(new Request(house.url + path, { method: 'POST', headers, body: form() }))
    expect([path, answer.status]).toEqual([path, path === at ? 422 : 409])
    // Unpacking them takes some seconds.
    expect(performance.now() - began).toBeLessThan(1500)
  }
})

test('whoever adds more than anybody writes by hand is told to wait, and keeps their words', async () => {
  const child = new Person(house)
  const { id } = await tellsOf(house, child, { words: 'It began in May.', about: 'unknown' })
  for (let one = 0; one < 60; one++)
    await child.go('/told', { words: `And then ${one}.`, key: crypto.randomUUID() })
  const answer = await child.post('/told', { words: 'One more.', key: crypto.randomUUID() })
  const page = await answer.text()
  expect(answer.status).toBe(429)
  expect(page).toContain('One more.')
  expect(wordsOf(page)).toContain('999')
  const { rows } = await house.database.asOwner(
    'select count(*)::int as n from concern_piece where concern_id = $1',
    [id],
  )
  expect(rows[0].n).toBe(60)
})
