import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { leftIn } from './processes.ts'
import { begin, freshData, refusal } from './program.ts'

async function squatter(host: string): Promise<number> {
  const server: Server = createServer(socket => socket.destroy())
  await new Promise<void>((ready, fail) => server.once('error', fail).listen(0, host, ready))
  onTestFinished(() => new Promise<void>(closed => server.close(() => closed())))
  return (server.address() as { port: number }).port
}

const ipv6 = Object.values(networkInterfaces()).some(all => all?.some(({ family }) => family === 'IPv6'))

test.each(['localhost', '127.0.0.1', '0.0.0.0', ...(ipv6 ? ['::'] : [])])(
  'a port taken by another program on %s is told, and nothing is made',
  async host => {
    const data = await freshData()
    const port = await squatter(host)
    expect(await refusal({ data, env: { PORT: String(port) } })).toBe(
      `Port ${port} is in use by another program. Stop it, or set PORT to another number.`,
    )
    expect(existsSync(data)).toBe(false)
  },
)

test('a data folder in use is told, with who uses it; when that one is killed, the next start takes it over', async () => {
  const data = await freshData()
  const first = await begin({ data })
  await first.ready()
  const before = await readdir(data)
  expect(await refusalBeside(data)).toBe(
    `The data folder ${data} is in use by another Lanyard (process ${first.pid}). Stop it, or set LANYARD_DATA to another folder.`,
  )
  expect(await readdir(data)).toEqual(before)
  expect((await fetch(`${first.url}/sign-in`)).status).toBe(200)

  first.kill('SIGKILL')
  expect(await first.ended).toBe('SIGKILL')
  expect((await leftIn(data)).length).toBeGreaterThan(0)
  const next = await begin({ data })
  await next.ready()
  expect((await fetch(`${next.url}/sign-in`)).status).toBe(200)
  expect(await next.stop()).toEqual([])
  expect(await leftIn(data)).toEqual([])
})

/** As `refusal`, where another start's processes are in the folder and stay there. */
async function refusalBeside(data: string): Promise<string> {
  const second = await begin({ data })
  expect(await second.ended).toBe(1)
  return second.errors().trim()
}

test('of four starts at once on one folder, with the lock of a dead one in it, exactly one comes up', async () => {
  const data = await freshData()
  await mkdir(data)
  await writeFile(join(data, 'lanyard.lock'), JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }))
  const starts = await Promise.all([1, 2, 3, 4].map(() => begin({ data })))
  const came = await Promise.all(
    starts.map(start =>
      start.ready().then(
        () => true,
        () => false,
      ),
    ),
  )
  expect(came.filter(up => up)).toHaveLength(1)
  for (const [index, start] of starts.entries()) {
    if (came[index]) expect(await start.stop()).toEqual([])
    else
      expect(start.errors()).toMatch(
        /^The data folder \S+ is in use by another Lanyard \(process \d+\)\..*\n$/,
      )
  }
  expect((await readdir(data)).filter(name => name.startsWith('lanyard.lock'))).toEqual([])
})

test('a database made with other secrets is told, and left as it is', async () => {
  const data = await freshData()
  const first = await begin({ data })
  await first.ready()
  expect(await first.stop()).toEqual([])
  const elsewhere = join(data, '..', 'other-secrets.json')
  expect(await refusal({ data, env: { LANYARD_SECRET_FILE: elsewhere } })).toMatch(
    /^The database in \S+\/postgres was made with other secrets\. Put secrets\.json back from your backup, or/,
  )
  const again = await begin({ data })
  await again.ready()
  expect(await again.stop()).toEqual([])
})
