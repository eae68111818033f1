import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smtpMail, smtpReaches, watchMail } from '../../src/kit/mail/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { type Mailbox, openMailbox } from '../setup/mailbox.ts'
import { type Person, signedIn, wordsOf } from '../setup/person.ts'

let house: TestHouse
let again: Mailbox | undefined
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  await again?.close()
  await house.close()
})

const home = async (who: Person) => wordsOf(await (await who.get('/')).text())
const stopped = 'no letter could be handed over'

test('when the mail server is killed, those who would be told of a concern see it on every page, since when and what to do; it goes when one answers again', async () => {
  const [ellen, farid, grace, amira] = (await Promise.all(
    (['ellen', 'farid', 'grace', 'amira'] as const).map(name => signedIn(house, name)),
  )) as [Person, Person, Person, Person]
  expect(await home(ellen)).not.toContain(stopped)
  await house.mailbox.close()
  const dev = await signedIn(house, 'dev')
  await dev.go('/concerns/chain', { do: 'letters' })
  await expect.poll(() => home(ellen), { timeout: 20_000 }).toContain(stopped)
  for (const who of [farid, grace, dev]) expect(await home(who)).toContain(stopped)
  expect(await home(grace)).toContain('LANYARD_MAIL')
  expect(wordsOf(await (await ellen.get('/duties')).text())).toContain(stopped)
  expect(await home(amira)).not.toContain(stopped)
  again = await openMailbox(Number(new URL(house.mailbox.url).port))
  await expect.poll(() => home(ellen), { timeout: 20_000 }).not.toContain(stopped)
  // The letters that could not go were kept, and are tried again.
  await expect.poll(() => again?.all.length, { timeout: 60_000 }).toBeGreaterThan(0)
}, 120_000)

test('one address that is refused stops nothing', async () => {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_, __, done) => done(Object.assign(new Error('nobody here'), { responseCode: 550 })),
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const { ground, live } = house.house
  const standing = await watchMail(
    { pool: ground.pool, clock: ground.clock, live, reaches: smtpReaches(url) },
    smtpMail(url, 'us@riverside-youth.example'),
  )
  await expect(standing.mail({ to: 'nobody@example.org', subject: 'One', text: 'One' })).rejects.toThrow()
  expect(standing.stoppedSince()).toBeUndefined()
  await new Promise<void>(closed => server.close(() => closed()))
  await expect(standing.mail({ to: 'nobody@example.org', subject: 'Two', text: 'Two' })).rejects.toThrow()
  expect(standing.stoppedSince()).toBeInstanceOf(Date)
  standing.close()
})
