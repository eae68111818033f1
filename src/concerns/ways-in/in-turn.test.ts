import { expect, test } from 'vitest'
import { partOf } from '../../screens/from.ts'
import { inTurn } from './in-turn.ts'

/** Asks for turns, and says in which order they came. */
function asking(turns: ReturnType<typeof inTurn>) {
  const order: string[] = []
  const asked: Promise<void>[] = []
  const ask = (place: string, sitting: string, size = 0) => {
    const name = `${place} ${sitting}`
    asked.push(
      turns({ place, sitting, size }).then(async done => {
        order.push(done ? name : `${name} gave way`)
        await new Promise(setImmediate)
        done?.()
      }),
    )
  }
  return { order, ask, all: () => Promise.all(asked) }
}

test('a thousand from one place, each under a name of its own, keep nobody from another place waiting', async () => {
  const { order, ask, all } = asking(inTurn({ atOnce: 6, waiting: 600 }))
  for (let at = 0; at < 1000; at++) ask('203.0.113', `fresh ${at}`)
  ask('198.51.100', 'a child')
  ask('192.0.2', 'nobody')
  await all()
  expect(order).toHaveLength(1002)
  expect(order.indexOf('198.51.100 a child')).toBeLessThan(10)
  expect(order.indexOf('192.0.2 nobody')).toBeLessThan(10)
})

test('in one place each sitting has its turn: who sends five hundred waits behind themselves', async () => {
  const { order, ask, all } = asking(inTurn({ atOnce: 6, waiting: 600 }))
  for (let at = 0; at < 500; at++) ask('203.0.113', 'flood')
  ask('203.0.113', 'the same school')
  await all()
  expect(order.indexOf('203.0.113 the same school')).toBeLessThan(10)
})

test('what all who wait hold is limited: whoever holds the most gives way, and nobody who holds less', async () => {
  const { order, ask, all } = asking(inTurn({ atOnce: 1, waiting: 600, mostBytes: 100_000 }))
  for (let at = 0; at < 50; at++) ask('203.0.113', `fresh ${at}`, 8000)
  ask('198.51.100', 'a child', 20_000)
  await all()
  const gaveWay = order.filter(name => name.endsWith('gave way'))
  expect(gaveWay.length).toBeGreaterThan(30)
  expect(gaveWay.every(name => name.startsWith('203.0.113'))).toBe(true)
  expect(order).toContain('198.51.100 a child')
  expect(order).toHaveLength(51)
})

test('addresses of one network are one place; a name that is none is here', () => {
  expect(partOf('203.0.113.9')).toBe('203.0.113')
  expect(partOf('::ffff:203.0.113.200')).toBe('203.0.113')
  expect(partOf('2001:db8:12::1')).toBe(partOf('2001:0db8:0012:ffff::9'))
  expect(partOf('2001:db8:12::1')).not.toBe(partOf('2001:db8:13::1'))
  expect([partOf('::1').startsWith('0:0:0'), partOf('unknown'), partOf('')]).toEqual([true, 'here', 'here'])
})
