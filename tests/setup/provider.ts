import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { freePort } from '../../src/kit/postgres/index.ts'

/** Somebody as the organisation's own sign-in knows them, and what it says of how they signed in. */
export interface Known {
  readonly sub: string
  readonly claims: { readonly email?: string; readonly email_verified?: boolean; readonly name?: string }
  readonly amr?: readonly string[]
  readonly acr?: string
}

export interface Provider {
  readonly settings: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
  /** Tells it of a person, or what has changed about them. */
  readonly knows: (person: Known) => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts a real provider in its own process, for a Lanyard that listens on `port`. */
export async function openProvider(port: number): Promise<Provider> {
  const own = await freePort()
  const settings = {
    issuer: `http://127.0.0.1:${own}`,
    clientId: 'lanyard',
    clientSecret: 'tests-client-secret-tests-client-secret',
  }
  const client = {
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
    redirect_uris: [`http://localhost:${port}/sign-in/organisation/back`],
  }
  const child = fork(resolve('tests/setup/provider-process.mjs'), [JSON.stringify({ port: own, client })], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  })
  const [word] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (word !== 'ready') throw new Error(`the provider did not start: ${word}`)
  return {
    settings,
    async knows(person) {
      const known = once(child, 'message')
      child.send(person)
      await known
    },
    async close() {
      const gone = once(child, 'exit')
      child.kill()
      await gone
    },
  }
}
