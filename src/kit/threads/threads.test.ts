import { expect, test } from 'vitest'
import { OutOfTime, Overcrowded, ThreadEnded, threadFor } from './index.ts'

const answering = new URL('./answering.ts', import.meta.url).href
/** A thread’s program that does as it is told. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { answering } from '${answering}'
    let done = 0
    answering(async told => {
      done++
      if (told === 'for ever') for (;;);
      if (told === 'too much') { const held = []; for (;;) held.push(new Array(1e5).fill(done)) }
      if (told === 'end') process.exit(3)
      if (told === 'throw') throw new Error('It was told to throw.')
      if (told === 'wait') await new Promise(resolve => setTimeout(resolve, 50))
      return told + ' ' + done
    })
  `)}`,
)
const limits = { mostMillis: 1500, mostMegabytes: 32 }

test('questions are answered one after another, in the order they came, by the same thread', async () => {
  const ask = threadFor<string, string>(program, limits)
  expect(await Promise.all(['wait', 'a', 'b'].map(ask))).toEqual(['wait 1', 'a 2', 'b 3'])
})

test('work that never ends is stopped, work that wants all memory too, and the next begins anew', async () => {
  const ask = threadFor<string, string>(program, limits)
  const [endless, next] = [ask('for ever'), ask('a')]
  await expect(endless).rejects.toThrow(OutOfTime)
  expect(await next).toBe('a 1')
  await expect(ask('too much')).rejects.toThrow(ThreadEnded)
  expect(await ask('b')).toBe('b 1')
  await expect(ask('end')).rejects.toThrow(ThreadEnded)
  expect(await ask('c')).toBe('c 1')
})

test('what the program throws comes back as an error, and the thread goes on', async () => {
  const ask = threadFor<string, string>(program, limits)
  await expect(ask('throw')).rejects.toThrow('It was told to throw.')
  expect(await ask('a')).toBe('a 2')
})

test('no more wait than may', async () => {
  const ask = threadFor<string, string>(program, { ...limits, mostWaiting: 2 })
  const held = [ask('wait'), ask('a')]
  await expect(ask('b')).rejects.toThrow(Overcrowded)
  expect(await Promise.all(held)).toEqual(['wait 1', 'a 2'])
  expect(await ask('c')).toBe('c 3')
})
