import { existsSync } from 'node:fs'
import pg from 'pg'
import { cast } from '../../../src/demo/index.ts'
import { newId } from '../../../src/kit/ids.ts'
import { freePort } from '../../../src/kit/postgres/index.ts'
import { type Mailbox, openMailbox } from '../../setup/mailbox.ts'
import { type NotifyServer, openNotify } from '../../setup/notify.ts'
import { signedIn } from '../../setup/person.ts'
import { openPostfix, type Postfix } from '../../setup/postfix.ts'
import { frontOf, newPlace, type Place, postgresOf, removePlace, startServer } from '../../setup/server.ts'

export const domain = 'messages.riverside.example'

/** Everything around the server that is killed: the families' mail server behind a real Postfix, and Notify. None of it is killed. */
export interface Stage {
  readonly place: Place
  readonly families: Mailbox
  readonly notify: NotifyServer
  readonly postfix: Postfix
  readonly callback: string
  readonly close: () => Promise<void>
}

export async function openStage(): Promise<Stage> {
  if (!existsSync('/usr/sbin/postfix')) throw new Error('This drill needs Postfix: apt-get install postfix')
  const [families, notify, lmtp, port] = [
    await openMailbox(),
    await openNotify(),
    await freePort(),
    await freePort(),
  ]
  const postfix = await openPostfix({ domain, lmtp, families: Number(new URL(families.url).port), port })
  const callback = `callback-${newId()}`
  const place = await newPlace({
    LANYARD_MAIL: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    LANYARD_MAIL_DOMAIN: domain,
    LANYARD_MAIL_LISTEN: `127.0.0.1:${lmtp}`,
    LANYARD_NOTIFY_KEY: notify.key,
    LANYARD_NOTIFY_TEMPLATE: notify.template,
    LANYARD_NOTIFY_URL: notify.url,
    LANYARD_NOTIFY_CALLBACK: callback,
  })
  return {
    place,
    families,
    notify,
    postfix,
    callback,
    async close() {
      await removePlace(place)
      await postfix.close()
      await families.close()
      await notify.close()
    },
  }
}

/** Where each kind of load goes, made before anything is killed. */
export interface Targets {
  /** With a child, on the page. */
  readonly web: string
  /** With Sam, by email, and the address at which Sam answers; with Lucia, by text. */
  readonly email: string
  readonly replyTo: string
  readonly text: string
  /** Of Amira's, with Sam in it; of Ben's, with Lucia. */
  readonly groups: { readonly amira: string; readonly ben: string }
}

/** Starts the server for the first time and opens what the load needs. Gives the server as it runs. */
export async function begin({ place, families }: Stage) {
  const server = await startServer(place)
  const front = frontOf(place.url)
  const [grace, amira, ben] = [
    await signedIn(front, 'grace'),
    await signedIn(front, 'amira'),
    await signedIn(front, 'ben'),
  ]
  await grace.go(`/people/${cast.sam.id}/way`, { way: 'email' })
  await grace.go(`/people/${cast.lucia.id}/way`, { way: 'text' })
  const opened = (who: typeof amira, whom: string) =>
    who.go('/conversations/new', { whom, subject: 'A drill' })
  const targets = {
    web: await opened(amira, `child:${cast.jamie.id}`),
    email: await opened(amira, `parents:${cast.jamie.id}`),
    text: await opened(ben, `parents:${cast.rosa.id}`),
    groups: {
      amira: await amira.go('/notices/groups/new', { name: 'Drill', who: `child:${cast.jamie.id}` }),
      ben: await ben.go('/notices/groups/new', { name: 'Drill', who: `child:${cast.rosa.id}` }),
    },
  }
  await amira.go(`${targets.email}/write`, { body: 'The first.', key: newId() })
  await ben.go(`${targets.text}/write`, { body: 'The first.', key: newId() })
  const letter = await families.next(cast.sam.email ?? '', /The first\./)
  const replyTo = /^Reply-To:[^<]*<?([^>\s]+)>?/im.exec(letter.raw)?.[1] ?? ''
  return { server, front, targets: { ...targets, replyTo } satisfies Targets }
}

export async function asOwner<T extends object>(
  place: Place,
  sql: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: (await postgresOf(place)).ownerUrl })
  await client.connect()
  return client
    .query<T>(sql, [...values])
    .then(({ rows }) => rows)
    .finally(() => client.end())
}
