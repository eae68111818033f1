import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import pg from 'pg'
import { createApp, type House } from '../../src/app.ts'
import { loadAssets } from '../../src/assets.ts'
import { type Channels, type Email, openEmail, type Resolver } from '../../src/channels/index.ts'
import { putOn } from '../../src/concerns/index.ts'
import { readConfig } from '../../src/config.ts'
import { agencies, cast } from '../../src/demo/index.ts'
import { allEvidence } from '../../src/evidence.ts'
import { jobsOf } from '../../src/jobs.ts'
import { type Clock, machineClock } from '../../src/kit/clock.ts'
import { openPool } from '../../src/kit/db/index.ts'
import { openLive } from '../../src/kit/live.ts'
import { smtpMail, smtpPost, smtpReaches, watchMail } from '../../src/kit/mail/index.ts'
import { freePort } from '../../src/kit/postgres/index.ts'
import { SignIn } from '../../src/people/index.ts'
import {
  type Ground,
  type Keeping,
  keepLogs,
  logKeys,
  system,
  type Verified,
  verifyRecord,
  write,
} from '../../src/records/index.ts'
import { watchTexts } from '../../src/texts/index.ts'
import { notifyOf, textsOf, waysOf } from '../../src/ways.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { testSecrets } from './secrets.ts'

export interface TestHouse {
  readonly house: House
  readonly database: TestDatabase
  readonly mailbox: Mailbox
  readonly url: string
  /** Whatever went wrong inside; a test that expects none says so. */
  readonly faults: unknown[]
  readonly fetch: (request: Request) => Promise<Response>
  readonly heads: string
  /** Email, where the house has it. */
  readonly email: Email | undefined
  /** Waits until everything is in the logs and cosigned: the house's own sequencer and witness are at work on it. */
  readonly sequence: () => Promise<void>
  /** Verifies the whole record from rows and files, as bin/record-verify does. */
  readonly verify: () => Promise<Verified>
  /**
   * Verifies the whole record once more, and ends. Throws what does not hold, unless the test `altered` rows behind the
   * record's back.
   */
  readonly close: (about?: { readonly altered: true }) => Promise<void>
}

/**
 * All of Lanyard on a database of its own, as main.ts builds it, with a real SMTP server to mail to. With `listen`, on a
 * real port; without, by Request alone.
 */
export async function openHouse(
  about: {
    listen?: boolean
    clock?: Clock
    oidc?: House['config']['oidc']
    port?: number
    /** What it begins with, in place of a database of its own: another’s rows, and what its witness kept. */
    from?: { readonly database: TestDatabase; readonly heads?: string }
    /** Settings beside those of the house. */
    env?: Readonly<Record<string, string>>
    channels?: Channels
    /** Riverside has not switched its concerns on yet. */
    concerns?: 'off'
    /** Email both ways, at this domain: out to the house’s mailbox unless said, in on a port of its own. */
    email?: {
      readonly domain: string
      readonly resolver?: Resolver
      readonly out?: string
      readonly listen?: string
    }
  } = {},
): Promise<TestHouse> {
  const { clock = machineClock } = about
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-house-'))
  const [database, mailbox, port] = await Promise.all([
    about.from ? about.from.database : freshDatabase(),
    openMailbox(),
    about.port ?? freePort(),
  ])
  const url = `http://localhost:${port}`
  const config = {
    ...readConfig({
      PORT: String(port),
      LANYARD_DATA: folder,
      LANYARD_MAIL: mailbox.url,
      ...(about.email ? { LANYARD_MAIL_DOMAIN: about.email.domain } : {}),
      ...about.env,
    }),
    oidc: about.oidc,
  }
  if (about.from?.heads) await cp(about.from.heads, config.witness, { recursive: true })
  const faults: unknown[] = []
  const live = await openLive(database.appUrl)
  const pool = openPool(database.appUrl, 10)
  const { session: secret } = testSecrets
  const ground: Ground = { pool, clock, announce: live.announce, secret }
  const settings = { secret: testSecrets.session, url, sessionHours: 12, oidc: about.oidc }
  const signIn = new SignIn(database.appUrl, settings, clock)
  const keys = logKeys(testSecrets.master, url)
  const fault = (error: unknown) => void faults.push(error)
  const standing = await watchMail(
    { pool, clock, live, reaches: smtpReaches(mailbox.url), every: 500 },
    smtpMail(mailbox.url, config.mailFrom),
  )
  const { mail } = standing
  const texting = await watchTexts({ pool, clock, live, every: 500 }, notifyOf(config))
  const keeping: Keeping = { ground, url: database.appUrl, keys, heads: config.witness, fault }
  const stopKeeping = keepLogs(keeping)
  const email = about.email
    ? await openEmail({
        ground,
        fault,
        secret: testSecrets.session,
        domain: about.email.domain,
        listen: about.email.listen ?? '127.0.0.1:0',
        post: smtpPost(about.email.out ?? mailbox.url),
        ...(about.email.resolver ? { resolver: about.email.resolver } : {}),
      })
    : undefined
  const stopJobs = await jobsOf({
    ownerUrl: database.ownerUrl,
    ground,
    mail,
    url,
    channels: about.channels ?? [
      ...(email ? [email.channel] : []),
      ...textsOf(config, ground, texting.notify),
    ],
    texts: texting.notify,
    ways: waysOf(config),
    checking: { clamav: config.clamav, secret: testSecrets.session },
    fault,
  })
  const assets = await loadAssets(resolve('dist/assets'))
  const mailStoppedSince = standing.stoppedSince
  const textsStoppedSince = texting.stoppedSince
  const house: House = {
    ...{ config, ground, signIn, live, mail, mailStoppedSince, textsStoppedSince },
    ...{ keys, secret, assets, fault },
  }
  const app = createApp(house)
  if (about.concerns !== 'off') await takeConcerns(ground)
  const verify = () =>
    verifyRecord({ ownerUrl: database.ownerUrl, keys, heads: config.witness, evidence: allEvidence })
  const server = about.listen ? serve({ fetch: app.fetch, port, hostname: 'localhost' }) : undefined
  return {
    house,
    database,
    mailbox,
    url,
    faults,
    heads: config.witness,
    email,
    fetch: async request => app.fetch(request),
    sequence: () => everythingKept(database.ownerUrl),
    verify,
    async close(about) {
      server?.close()
      if (server && 'closeAllConnections' in server) server.closeAllConnections()
      await stopJobs()
      await email?.close()
      standing.close()
      texting.close()
      await everythingKept(database.ownerUrl)
      const { problems } = about?.altered ? { problems: [] } : await verify()
      await stopKeeping()
      await live.close()
      await signIn.close()
      await pool.end()
      await mailbox.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
      if (problems.length > 0)
        throw new Error(`The record does not hold: ${JSON.stringify(problems, null, 1)}`)
    },
  }
}

/** Riverside takes concerns, as if its chain had been found whole. */
const takeConcerns = (ground: Ground) =>
  write(ground, system(agencies.riverside.id), writer => putOn(writer, cast.dev.id))

async function everythingKept(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  for (const until = Date.now() + 10_000; Date.now() < until; await wait(20)) {
    const { rows } = await owner.query<{ waits: boolean }>(`
      select exists (select from entry_pending) or exists (
        select from agency a, lateral (select max(size) as size from checkpoint where agency_id = a.id) newest
        where newest.size is not null and not exists (
          select from cosignature s where s.agency_id = a.id and s.size = newest.size)) as waits`)
    if (!rows[0]?.waits) break
  }
  await owner.end()
}
