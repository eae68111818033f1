import { expect, test } from 'vitest'
import { begin, freshData } from './program.ts'

test('the second start, demo and all, takes under 3 seconds', async () => {
  const data = await freshData()
  const times: number[] = []
  for (let count = 0; count < 4; count++) {
    const program = await begin({ data, env: { LANYARD_DEMO: 'yes' } })
    times.push(await program.ready())
    expect((await fetch(`${program.url}/sign-in`)).status).toBe(200)
    expect(await program.stop('SIGINT')).toEqual([])
  }
  const [first = 0, ...later] = times
  console.log(`First start, built already: ${first} ms. The starts after it: ${later.join(', ')} ms.`)
  // The best of three: a machine that does something else at the same time says nothing about Lanyard.
  expect(Math.min(...later)).toBeLessThan(3_000)
})
