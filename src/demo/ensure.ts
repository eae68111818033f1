import type pg from 'pg'
import { openConnection, openPool } from '../kit/db/index.ts'
import { acceptInvitation, SignIn, sendInvitation } from '../people/index.ts'
import { type Ground, system, withoutEntry, write } from '../records/index.ts'
import { agencies, type CastMember, type CastName, cast, demoPassword } from './cast.ts'
import { actorOf, loadDemo } from './index.ts'

type SignInSettings = ConstructorParameters<typeof SignIn>[1]

// Any number, as long as every Lanyard uses the same one: two starts at once take turns.
const turn = 5_290_172_017

/**
 * Loads the demo cast into an empty database, with a sign-in for everybody who has joined. Says whether the demo is here.
 * The table `demo_loading` stands for as long as it takes: a start that finds it there was not the one that made it,
 * and begins afresh.
 */
export async function ensureDemo(
  ownerUrl: string,
  appUrl: string,
  settings: SignInSettings,
): Promise<boolean> {
  const client = await openConnection(ownerUrl, 'lanyard demo')
  try {
    await client.query('select pg_advisory_lock($1)', [turn])
    const { rows } = await client.query(`select to_regclass('public.demo_loading') is not null as half`)
    if (rows[0].half) await empty(client)
    const here = await client.query<{ id: string }>('select id from agency')
    if (here.rows.length > 0) return here.rows.some(({ id }) => id === agencies.board.id)
    await client.query('create table if not exists demo_loading ()')
    await loadDemo(ownerUrl)
    await giveLogins(appUrl, settings)
    await client.query('drop table demo_loading')
    return true
  } finally {
    await client.end().catch(() => {})
  }
}

/** Nobody has used a database whose demo was never loaded whole: everything in it is the demo's. */
async function empty(client: pg.Client): Promise<void> {
  await client.query(`truncate agency, auth."user", auth.verification, use_count cascade`)
}

/** Everybody who has settled in gets the demo's password; whoever has not gets an invitation by mail. */
export async function giveLogins(appUrl: string, settings: SignInSettings): Promise<void> {
  const clock = () => new Date()
  const signIn = new SignIn(appUrl, settings, clock)
  const pool = openPool(appUrl, 2, 'lanyard demo')
  const ground: Ground = { pool, clock, announce: () => {} }
  try {
    for (const [name, member] of Object.entries(cast) as [CastName, CastMember][]) {
      if (!member.email || member.kind !== 'staff') continue
      if (!member.settled) {
        await withoutEntry(ground, system(agencies[member.agency].id), writer =>
          sendInvitation(writer, member.id),
        )
        continue
      }
      const loginId = await signIn.createLogin(member.email, member.name, demoPassword)
      await write(ground, actorOf(name), writer => acceptInvitation(writer, { loginId }))
    }
  } finally {
    await pool.end()
    await signIn.close()
  }
}
