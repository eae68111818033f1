import pg from 'pg'
import { openPool } from '../kit/db/index.ts'
import { acceptInvitation, SignIn, sendInvitation } from '../people/index.ts'
import { type Ground, readOnRecord, system, write } from '../records/index.ts'
import { agencies, type CastMember, type CastName, cast, demoPassword } from './cast.ts'
import { actorOf, loadDemo } from './index.ts'

type SignInSettings = ConstructorParameters<typeof SignIn>[1]

/** Loads the demo cast into an empty database, with a sign-in for everybody who has joined. Says whether the demo is here. */
export async function ensureDemo(
  ownerUrl: string,
  appUrl: string,
  settings: SignInSettings,
): Promise<boolean> {
  const here = await agenciesHere(ownerUrl)
  if (here.length > 0) return here.includes(agencies.board.id)
  await loadDemo(ownerUrl)
  await giveLogins(appUrl, settings)
  return true
}

async function agenciesHere(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>('select id from agency')
    return rows.map(row => row.id)
  } finally {
    await client.end()
  }
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
        await readOnRecord(ground, system(agencies[member.agency].id), writer =>
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
