import { join, resolve } from 'node:path'
import { createApp, type House } from './app.ts'
import { loadAssets } from './assets.ts'
import type { Config } from './config.ts'
import type { Database } from './database.ts'
import { ensureDemo } from './demo/ensure.ts'
import { demoPassword } from './demo/index.ts'
import { jobsOf } from './jobs.ts'
import { machineClock } from './kit/clock.ts'
import { openPool } from './kit/db/index.ts'
import { type Live, openLive } from './kit/live.ts'
import { folderMail, smtpMail, smtpReaches, watchMail } from './kit/mail/index.ts'
import type { Secrets } from './kit/secrets.ts'
import { SignIn } from './people/index.ts'
import { addressOfLogs, type Ground, keepLogs, logKeys } from './records/index.ts'
import { watchTexts } from './texts/index.ts'
import { notifyOf, openWays, waysOf } from './ways.ts'

interface Opening {
  readonly config: Config
  readonly secrets: Secrets
  readonly database: Database
  readonly signal: AbortSignal
  readonly closeSoon: (close: () => Promise<void> | void) => void
  readonly fault: House['fault']
}

export interface Opened {
  readonly fetch: ReturnType<typeof createApp>['fetch']
  /** In a demo, what everybody signs in with. */
  readonly demo: false | { readonly password: string }
}

/**
 * Opens everything that answers requests and does the work behind them, on a database that is there; in a demo, brings its
 * organisations in first. What it opens is handed to `closeSoon`. Throws when the signal is aborted on the way.
 */
export async function openHouse(about: Opening): Promise<Opened> {
  const { config, secrets, database, signal, closeSoon, fault } = about
  const settings = signInSettings(config, secrets)
  const isDemo = config.demo && (await ensureDemo(database.ownerUrl, database.appUrl, settings))
  signal.throwIfAborted()
  const live = await openLive(database.appUrl)
  closeSoon(live.close)
  const pool = openPool(database.appUrl, 20)
  closeSoon(() => pool.end())
  const ground: Ground = { pool, clock: machineClock, announce: live.announce, secret: secrets.session }
  const signIn = new SignIn(database.appUrl, settings, machineClock)
  closeSoon(() => signIn.close())
  const keys = logKeys(secrets.master, await addressOfLogs(database.ownerUrl, config.url))
  const standing = await mailOf(config, ground, live)
  closeSoon(standing.close)
  const { mail, stoppedSince } = standing
  const texting = await watchTexts({ ...ground, live }, notifyOf(config))
  closeSoon(texting.close)
  const quietFault = (error: unknown, about: string) => fault(error, 'background', about)
  closeSoon(keepLogs({ ground, url: database.appUrl, keys, heads: config.witness, fault: quietFault }))
  const ways = await openWays({
    ...{ config, ground, secret: secrets.session, fault: quietFault },
    watched: standing.post,
    texts: texting.notify,
  })
  closeSoon(ways.close)
  closeSoon(
    await jobsOf({
      ownerUrl: database.ownerUrl,
      ground,
      mail,
      url: config.url,
      channels: ways.channels,
      texts: texting.notify,
      ways: waysOf(config),
      checking: { clamav: config.clamav, secret: secrets.session },
      fault: quietFault,
    }),
  )
  const assets = await loadAssets(resolve(import.meta.dirname, 'assets'))
  const house = {
    ...{ config, ground, signIn, live, mail, keys, assets, fault },
    ...{ secret: secrets.session, mailStoppedSince: stoppedSince, textsStoppedSince: texting.stoppedSince },
  }
  return { fetch: createApp(house).fetch, demo: isDemo && { password: demoPassword } }
}

/** Where letters are handed over, and whether they can be. */
const mailOf = ({ mail, mailFrom, data }: Config, { pool, clock }: Ground, live: Live) =>
  watchMail(
    { pool, clock, live, reaches: mail ? smtpReaches(mail) : async () => true },
    mail ? smtpMail(mail, mailFrom) : folderMail(join(data, 'mail'), mailFrom),
  )

const signInSettings = (config: Config, secrets: Secrets) => ({
  secret: secrets.session,
  url: config.url,
  sessionHours: config.sessionHours,
  oidc: config.oidc,
})
