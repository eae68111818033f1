import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { loadSecrets } from '../../../src/kit/secrets.ts'
import { logKeys } from '../../../src/records/index.ts'
import { frontOf, newPlace, type Place, postgresOf, removePlace, startServer } from '../../setup/server.ts'
import { checkRecord, checkTold, type Ground } from './check.ts'
import { type Load, load, nothingDone, openConversations, send, type Told } from './load.ts'

/** What one round killed, and what came of it. */
export interface Round {
  readonly killed: 'server' | 'PostgreSQL and server'
  readonly messages: number
  readonly signatures: number
  /** Messages nobody answered, sent again after the start. */
  readonly again: number
  /** Milliseconds of the start after it. */
  readonly restart: number
  readonly lost: readonly string[]
}

const lanes = 8
const shortest = 150
const longest = 1_500
/** Every so many rounds PostgreSQL's first process is killed too. */
const postgresEvery = 4
/** Publishing is two people's work over many pages: every so many rounds it is waited for, so that signing is met too. */
const signedEvery = 2
const longestSigning = 30_000

async function untilSigned({ told }: Load): Promise<void> {
  for (const until = Date.now() + longestSigning; Date.now() < until; await wait(10))
    if (told.some(({ kind }) => kind === 'signature')) return
}

/**
 * Starts Lanyard on a data folder of its own, and as often as is asked: drives it, kills it at no moment of its choosing,
 * starts it again on what is left, sends again what was not answered, and checks everything that was acknowledged so far.
 */
export async function killRounds(
  kills: number,
  tell: (round: Round, number: number) => void,
): Promise<Round[]> {
  const place = await newPlace()
  const front = frontOf(place.url)
  let server = await startServer(place)
  try {
    const conversations = await openConversations(front)
    const told: Told[] = []
    const rounds: Round[] = []
    for (let number = 1; number <= kills; number++) {
      let over = false
      const done = nothingDone()
      const loading = load(front, conversations, lanes, () => over, done)
      await wait(shortest + Math.random() * (longest - shortest))
      if (number % signedEvery === 0) await untilSigned(done)
      const killed = number % postgresEvery === 2 ? 'PostgreSQL and server' : 'server'
      if (killed !== 'server') process.kill((await postgresOf(place)).pid, 'SIGKILL')
      await server.kill()
      over = true
      await loading
      server = await startServer(place)
      const again = await sendAgain(front, done)
      told.push(...done.told)
      const ground = await groundOf(place)
      const lost = [...(await checkTold(ground, told)), ...(await checkRecord(ground))]
      const round = { killed, again, restart: server.took, lost, ...counted(done) } as const
      rounds.push(round)
      tell(round, number)
    }
    return rounds
  } finally {
    await server.stop()
    await removePlace(place)
  }
}

/** Whoever got no answer presses Send again: the message is there once, whether or not it was stored the first time. */
async function sendAgain(front: ReturnType<typeof frontOf>, done: Load): Promise<number> {
  const again = done.unanswered.splice(0)
  for (const message of again) await send(front, message, done)
  return again.length
}

const counted = ({ told }: Load) => ({
  messages: told.filter(one => one.kind === 'message').length,
  signatures: told.filter(one => one.kind === 'signature').length,
})

/** Whatever is needed to look at a place from outside. */
export async function groundOf(place: Place): Promise<Ground> {
  const { master } = await loadSecrets(join(place.folder, 'secrets.json'))
  const { ownerUrl } = await postgresOf(place)
  return { ownerUrl, keys: logKeys(master, place.url), heads: join(place.folder, 'witness') }
}
