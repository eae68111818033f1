import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { begin, freshData, type Program } from './program.ts'

test('an empty installation is opened and its record verified, with the server running and without', async () => {
  const data = await freshData()
  const server = await begin({ data })
  await server.ready()
  const beside = async (name: string, ...args: string[]) => {
    const env = { PORT: String(server.port) }
    const program: Program = await begin({
      data,
      env,
      command: [process.execPath, join('bin', name), ...args],
    })
    return { code: await program.ended, said: `${program.output()}${program.errors()}`.trim() }
  }
  const somebody = ['--administrator', 'Wren Hollow', '--email', 'wren@example.org']

  expect(
    await beside('open-agency', '--name', 'Hollow Way Club', '--short', 'Hollow Way', ...somebody),
  ).toEqual({
    code: 2,
    said: '--short is needed: small letters, digits and hyphens, at least two. --help says more.',
  })
  const orphan = await beside(
    'open-agency',
    '--name',
    'Club',
    '--short',
    'club',
    '--board',
    'none',
    ...somebody,
  )
  expect(orphan).toEqual({ code: 2, said: 'There is no board called none. Open it first, without --board.' })

  const board = await beside(
    'open-agency',
    '--name',
    'Hollow Way Board',
    '--short',
    'hollow-board',
    ...somebody,
  )
  expect(board.said).toContain('Hollow Way Board is open.')
  const club = ['--name', 'Hollow Way Club', '--short', 'hollow-way', '--board', 'hollow-board', ...somebody]
  expect((await beside('open-agency', ...club)).code).toBe(0)
  expect((await beside('open-agency', ...club)).said).toBe('There is an agency called hollow-way already.')

  const letters = await mailIn(data, 2)
  expect(letters.join()).toMatch(/Join Hollow Way Club on Lanyard[\s\S]*\/invitation\//)

  const running = await beside('record-verify')
  expect(running.said).toMatch(/hollow-way +holds: [3-9] entries/)
  expect(running.code).toBe(0)
  expect(await server.stop('SIGINT')).toEqual([])
  const stopped = await beside('record-verify')
  expect(stopped.said).toContain('The record holds')
  expect(stopped.code).toBe(0)
}, 180_000)

async function mailIn(data: string, count: number): Promise<string[]> {
  const folder = join(data, 'mail')
  for (let tries = 0; tries < 200; tries++) {
    const names = await readdir(folder).catch(() => [])
    if (names.length >= count) return Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))
    await wait(50)
  }
  throw new Error(`fewer than ${count} letters came`)
}
