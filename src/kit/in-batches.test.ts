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
  const batches: (readonly number[])[] = []
  const ends: (() => void)[] = []
  const ask = inBatches({ atOnce: 2, most: 3 }, async (all: readonly number[]) => {
    batches.push(all)
    await new Promise<void>(end => ends.push(end))
    return all
  })
  const all: Promise<number>[] = []
  for (const one of [1, 2, 3, 4]) {
    all.push(ask(one))
    await wait(1)
  }
  expect(batches).toEqual([[1], [2]])
  ends.shift()?.()
  await all[0]
  await wait(1)
  expect(batches).toEqual([[1], [2], [3, 4]])
  for (const end of ends) end()
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4])
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

test('two of one name are never under way at once; others go ahead of the second', async () => {
  const apart = (one: number) => (one % 2 === 0 ? 'even' : `${one}`)
  const { batches, ask } = doubling({ atOnce: 1, most: 3, apart })
  const first = ask(1)
  await wait(1)
  const all = [2, 4, 3, 6, 5, 9].map(ask)
  expect([await first, ...(await Promise.all(all))]).toEqual([2, 4, 8, 6, 12, 10, 18])
  expect(batches).toEqual([[1], [2, 3, 5], [4, 9], [6]])
})

test('where two batches may be under way, the second of a name waits for the first, and where that fails too', async () => {
  const seen: string[] = []
  const ask = inBatches({ atOnce: 2, most: 3, apart: () => 'one' }, async (all: readonly number[]) => {
    seen.push(`begin ${all.join()}`)
    await wait(5)
    seen.push(`end ${all.join()}`)
    if (all.includes(13)) throw new Error('thirteen')
    return all
  })
  const came = await Promise.allSettled([1, 13, 3].map(ask))
  expect(came.map(one => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(seen).toEqual([1, 13, 3].flatMap(one => [`begin ${one}`, `end ${one}`]))
})

test('where batches are made large, another begins once as many wait as are in the one under way, and not for each who comes', async () => {
  const batches: (readonly number[])[] = []
  const ends: (() => void)[] = []
  const ask = inBatches({ atOnce: 2, most: 4, patience: 60_000 }, async (all: readonly number[]) => {
    batches.push(all)
    await new Promise<void>(end => ends.push(end))
    return all
  })
  const all = [ask(1)]
  await wait(1)
  all.push(...[2, 3, 4].map(ask))
  await wait(1)
  ends[0]?.()
  await wait(1)
  all.push(...[5, 6].map(ask))
  await wait(1)
  expect(batches).toEqual([[1], [2, 3, 4]])
  all.push(ask(7))
  await wait(1)
  expect(batches).toEqual([[1], [2, 3, 4], [5, 6, 7]])
  for (const end of ends) end()
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('where all that are under way are held up, nobody waits longer than is said for them, but for one of the same name', async () => {
  const never = new Promise<readonly string[]>(() => {})
  const limits = { atOnce: 1, most: 2, patience: 20, apart: (one: string) => one.charAt(0) }
  const ask = inBatches(limits, async (all: readonly string[]) => (all.includes('never') ? never : all))
  void ask('never')
  await wait(1)
  const [same, ...others] = ['no', 'a', 'b', 'c'].map(ask)
  expect(await Promise.all(others)).toEqual(['a', 'b', 'c'])
  expect(await Promise.race([same, wait(60, 'waits still')])).toBe('waits still')
})

test('one of a name waits until it is known what came of the one before, where that is a promise', async () => {
  const first = Promise.withResolvers<string>()
  const limits = { atOnce: 2, most: 2, apart: (one: string) => one.charAt(0) }
  const ask = inBatches(limits, async (all: readonly string[]) =>
    all.map(one => (one === 'again' ? first.promise : one)),
  )
  const again = ask('again')
  const behind = ask('a')
  expect(await ask('b')).toBe('b')
  expect(await Promise.race([behind, wait(20, 'waits still')])).toBe('waits still')
  first.reject(new Error('no'))
  await expect(again).rejects.toThrow('no')
  expect(await behind).toBe('a')
})

test('where those by themselves are held up, one more goes each time that so long has been waited', async () => {
  const never = new Promise<readonly number[]>(() => {})
  const ask = inBatches({ atOnce: 2, most: 1, patience: 10 }, async ([one = 0]: readonly number[]) =>
    one < 2 ? never : [one],
  )
  const all = [0, 1, 2, 3, 4].map(ask)
  expect(await Promise.all(all.slice(2))).toEqual([2, 3, 4])
})

test('where all are held up, as many more go as go at once, and never more than are to be under way in all', async () => {
  const never = new Promise<readonly number[]>(() => {})
  const gate = Promise.withResolvers<void>()
  const begun: number[] = []
  const ask = inBatches(
    { atOnce: 2, most: 1, patience: 10, inAll: 4 },
    async ([one = 0]: readonly number[]) => {
      begun.push(one)
      if (one < 2) return never
      // Whoever goes in the same breath has begun by then.
      await new Promise(done => setImmediate(done))
      if (one === 2) expect(begun).toEqual([0, 1, 2, 3])
      await gate.promise
      return [one]
    },
  )
  const all = [0, 1, 2, 3, 4, 5].map(ask)
  await wait(100)
  expect(begun).toEqual([0, 1, 2, 3])
  gate.resolve()
  expect(await Promise.all(all.slice(2))).toEqual([2, 3, 4, 5])
})
