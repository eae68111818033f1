import { acceptableUse, type CastName, cast } from '../../../src/demo/index.ts'
import { newId } from '../../../src/kit/ids.ts'
import { hiddenOn, type Person, signedIn } from '../../setup/person.ts'
import { publish } from '../../setup/publish.ts'
import type { frontOf } from '../../setup/server.ts'

/** What a person was told has been done: a message sent, or a version signed. */
export type Told =
  | { readonly kind: 'message'; readonly key: string; readonly body: string }
  | { readonly kind: 'signature'; readonly person: string; readonly version: string }

/** A message whose sender got no answer. They press Send again once the page loads, as people do. */
export interface Unanswered {
  readonly from: CastName
  readonly at: string
  readonly body: string
  readonly key: string
}

export interface Load {
  readonly told: Told[]
  readonly unanswered: Unanswered[]
  /** Answers that were neither yes nor silence: a page that says what went wrong. */
  readonly troubled: string[]
}

type Front = ReturnType<typeof frontOf>
const writers = ['amira', 'ben'] as const
const signers = ['amira', 'ben', 'carys', 'farid', 'grace', 'ellen'] as const
const policy = `/policies/${acceptableUse.riverside}`

/** Opens a conversation for each of the writers, before anything is killed. */
export async function openConversations(front: Front): Promise<ReadonlyMap<CastName, string>> {
  const child = { amira: cast.jamie.id, ben: cast.rosa.id }
  const opened = new Map<CastName, string>()
  for (const name of writers) {
    const person = await signedIn(front, name)
    opened.set(
      name,
      await person.go('/conversations/new', { whom: `child:${child[name]}`, subject: 'A drill' }),
    )
  }
  for (const name of ['dev', ...signers] as const) await signedIn(front, name)
  return opened
}

export const nothingDone = (): Load => ({ told: [], unanswered: [], troubled: [] })

/**
 * Messages at `lanes` at once, and versions published and signed by six people at once beside them, until `over`. Each
 * waits for its answer before it sends its next. What came of it is put into `done` as it comes.
 */
export async function load(
  front: Front,
  conversations: ReadonlyMap<CastName, string>,
  lanes: number,
  over: () => boolean,
  done: Load,
): Promise<void> {
  const writing = Array.from({ length: lanes }, async (_, lane) => {
    const from = writers[lane % writers.length] ?? 'amira'
    const at = conversations.get(from) ?? ''
    while (!over()) {
      const key = newId()
      await send(front, { from, at, key, body: `Lane ${lane} says ${key.slice(-12)}` }, done)
    }
  })
  await Promise.all([...writing, signing(front, done, over)])
}

/** Sends a message, or sends again one that nobody answered. */
export async function send(front: Front, message: Unanswered, done: Load): Promise<void> {
  const { from, at, body, key } = message
  const person = await signedIn(front, from)
  const answer = await person.post(`${at}/write`, { body, key }).catch(() => undefined)
  if (!answer) done.unanswered.push(message)
  else if (answer.status === 303 && answer.headers.get('location')?.startsWith(at))
    done.told.push({ kind: 'message', key, body })
  else await trouble(answer, message, done)
}

/** A page of trouble promises nothing: the message may or may not be there, so it is sent again like one unanswered. */
async function trouble(answer: Response, message: Unanswered, done: Load): Promise<void> {
  await answer.text().catch(() => '')
  done.troubled.push(`${answer.status}`)
  done.unanswered.push(message)
}

async function signing(front: Front, done: Load, over: () => boolean): Promise<void> {
  const grace = await signedIn(front, 'grace')
  while (!over()) {
    // A draft that the kill cut short is in the way of the next.
    for (const end of ['take-back', 'drop']) await grace.post(`${policy}/draft/${end}`, {}).catch(() => {})
    const text = `# Acceptable use\n\nVersion ${newId()}.`
    const published = await publish(front, policy, { text, note: 'A drill' }).catch(() => 'not published')
    if (published) continue
    await Promise.all(signers.map(async name => sign(await signedIn(front, name), name, done)))
  }
}

async function sign(person: Person, name: CastName, done: Load): Promise<void> {
  const page = await person.get(`${policy}/sign`).catch(() => undefined)
  const version = hiddenOn((await page?.text().catch(() => '')) ?? '', 'version')
  if (!version) return
  const answer = await person.post(`${policy}/sign`, { version, agree: 'yes' }).catch(() => undefined)
  if (answer?.status === 303 && answer.headers.get('location') === `${policy}/signed`)
    done.told.push({ kind: 'signature', person: cast[name].id, version })
}
