import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { together } from './together.ts'

const asking = () => {
  const questions: (readonly number[])[] = []
  const ask = together(async (keys: readonly number[]) => {
    questions.push(keys)
    await wait(5)
    if (keys.includes(13)) throw new Error('thirteen')
    return new Map(keys.filter(key => key > 0).map(key => [key, key * 2]))
  })
  return { questions, ask }
}

test('who asks alone is answered alone; who asks meanwhile is answered with the others, each with their own', async () => {
  const { questions, ask } = asking()
  const first = ask(1)
  await wait(1)
  const others = [ask(2), ask(-3), ask(2), ask(4)]
  expect(await first).toBe(2)
  expect(await Promise.all(others)).toEqual([4, undefined, 4, 8])
  expect(questions).toEqual([[1], [2, -3, 4]])
})

test('nothing is kept: the same is asked anew each time', async () => {
  const { questions, ask } = asking()
  expect(await ask(5)).toBe(10)
  expect(await ask(5)).toBe(10)
  expect(questions).toEqual([[5], [5]])
})

test('a question that fails is told to those in it, and the next is asked as ever', async () => {
  const { ask } = asking()
  const first = ask(13)
  await wait(1)
  const second = ask(7)
  await expect(first).rejects.toThrow('thirteen')
  expect(await second).toBe(14)
})
