import { createTransport } from 'nodemailer'
import { type CastName, cast } from '../../../src/demo/index.ts'
import { newId } from '../../../src/kit/ids.ts'
import { words } from '../../mail/builder.ts'
import { signedIn } from '../../setup/person.ts'
import type { frontOf } from '../../setup/server.ts'
import type { Stage, Targets } from './stage.ts'

export const kinds = ['web', 'email-out', 'text-out', 'email-in', 'text-in', 'notice'] as const
export type Kind = (typeof kinds)[number]

/** One thing that somebody does: what it says is found in it, wherever it comes to. */
export interface Sent {
  readonly kind: Kind
  readonly key: string
  readonly body: string
  readonly from: CastName
}

/** What was acknowledged, and what nobody answered: whoever did it tries again once the server is back, as people and services do. */
export interface Load {
  readonly told: Sent[]
  readonly unanswered: Sent[]
}
export const nothingDone = (): Load => ({ told: [], unanswered: [] })

type Front = ReturnType<typeof frontOf>
interface Around {
  readonly stage: Stage
  readonly front: Front
  readonly targets: Targets
}

/** Everything at once, each kind in a lane of its own (the page in two), until `over`. Each waits for its answer before its next. */
export async function load(around: Around, over: () => boolean, done: Load): Promise<void> {
  const lanes: readonly Kind[] = [...kinds, 'web']
  await Promise.all(
    lanes.map(async kind => {
      for (let count = 0; !over(); count++) {
        const key = newId()
        const from = kind === 'text-out' || (kind === 'notice' && count % 2 === 1) ? 'ben' : 'amira'
        await send(around, { kind, key, body: wordsFor(key), from }, done)
      }
    }),
  )
}

const plain = 'lamp tree door rice sand milk wool corn lake moon leaf bell gate plum wind soap'.split(' ')

/** Plain words alone: the screening finds nothing in them, whatever moment they are made in, and they are found again anywhere. */
const wordsFor = (key: string): string =>
  ['Drill', ...[...key.slice(-12)].map(one => plain[Number.parseInt(one, 16)] ?? '')].join(' ')

/** Does it, or does it again. */
export async function send(around: Around, one: Sent, done: Load): Promise<void> {
  const acknowledged = await acts[one.kind](around, one).catch(() => false)
  if (acknowledged) done.told.push(one)
  else done.unanswered.push(one)
}

const written = async ({ front }: Around, at: string, { from, body, key }: Sent): Promise<boolean> => {
  const answer = await (await signedIn(front, from)).post(`${at}/write`, { body, key })
  await answer.text()
  return answer.status === 303 && (answer.headers.get('location') ?? '').startsWith(at)
}

const acts: Readonly<Record<Kind, (around: Around, one: Sent) => Promise<boolean>>> = {
  web: (around, one) => written(around, around.targets.web, one),
  'email-out': (around, one) => written(around, around.targets.email, one),
  'text-out': (around, one) => written(around, around.targets.text, one),
  async 'email-in'({ stage, targets }, { key, body }) {
    // Sam's mail program hands it to the world's mail, which keeps it from then on: it is acknowledged to her there.
    const world = createTransport({ host: '127.0.0.1', port: stage.postfix.port, ignoreTLS: true })
    const to = targets.replyTo
    const raw = words(body, { to, messageId: `<${key}@family.example>` })
    await world.sendMail({ envelope: { from: cast.sam.email ?? '', to }, raw })
    return true
  },
  async 'text-in'({ stage, front }, { key, body }) {
    const headers = { authorization: `Bearer ${stage.callback}`, 'content-type': 'application/json' }
    const came = {
      ...{ id: key, source_number: '447700900456', destination_number: '447700900999', message: body },
      date_received: new Date().toISOString(),
    }
    const answer = await front.fetch(
      new Request(`${front.url}/callbacks/notify/text`, {
        method: 'POST',
        headers,
        body: JSON.stringify(came),
      }),
    )
    await answer.text()
    return answer.status === 200
  },
  async notice({ front, targets }, { from, body, key }) {
    const group = from === 'ben' ? targets.groups.ben : targets.groups.amira
    const answer = await (await signedIn(front, from)).post(`${group}/write`, {
      ...{ reaches: 'parents', subject: body, body, key },
    })
    await answer.text()
    // A pause: a notice is rare beside messages.
    await new Promise(again => setTimeout(again, 150))
    return answer.status === 303 && (answer.headers.get('location') ?? '').startsWith('/notices/')
  },
}
