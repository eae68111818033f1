import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Batching, inBatches } from './in-batches.ts'

const doubling = (limits: Batching<number>) => {
  const batches: (readonly number[])[] = []
  const ask = inBatches(limits, async (all: readonly number[]) => {
    batches.push(all)
    await wait(5)
    if (all.includes(13)) throw new Error('thirteen')
    return all.map(one => (one === 7 ? Promise.reject(new Error('seven')) : one * 2))
  })
  return { batches, ask }
}

test('whoever comes alone waits for nobody; whoever comes meanwhile goes with the next, in order, and no more than may', async () => {
  const { batches, ask } = doubling({ atOnce: 1, most: 3 })
  const first = ask(1)
  await wait(1)
  const others = [2, 3, 4, 5].map(ask)
  expect(await first).toBe(2)
  expect(await Promise.all(others)).toEqual([4, 6, 8, 10])
  expect(batches).toEqual([[1], [2, 3, 4], [5]])
})

test('as many batches as may are under way at once', async () => {
  const { batches, ask } = doubling({ atOnce: 2, most: 3 })
  const all: Promise<number>[] = []
  for (const one of [1, 2, 3, 4]) {
    all.push(ask(one))
    await wait(1)
  }
  expect(await Promise.all(all)).toEqual([2, 4, 6, 8])
  expect(batches).toEqual([[1], [2], [3, 4]])
})

test('a batch that fails fails for those in it, and one that fails by itself for nobody else', async () => {
  const { ask } = doubling({ atOnce: 1, most: 3 })
  const first = ask(1)
  await wait(1)
  const [bad, beside, seven, fine] = [ask(13), ask(2), ask(3), ask(4)].map(one => one.catch(String))
  expect(await first).toBe(2)
  expect(await Promise.all([bad, beside, seven, fine])).toEqual([...Array(3).fill('Error: thirteen'), 8])
  const both = [ask(7).catch(String), ask(5)]
  expect(await Promise.all(both)).toEqual(['Error: seven', 10])
})

test('two of one name go in different batches, one behind the other; the others go ahead of the second', async () => {
  const { batches, ask } = doubling({ atOnce: 1, most: 3, apart: one => (one % 2 === 0 ? 'even' : `${one}`) })
  const first = ask(1)
  await wait(1)
  const all = [2, 4, 3, 6, 5, 9].map(ask)
  expect([await first, ...(await Promise.all(all))]).toEqual([2, 4, 8, 6, 12, 10, 18])
  expect(batches).toEqual([[1], [2, 3, 5], [4, 9], [6]])
})
