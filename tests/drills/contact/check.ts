import { setTimeout as wait } from 'node:timers/promises'
import { cast } from '../../../src/demo/index.ts'
import type { Sent } from './load.ts'
import { asOwner, type Stage } from './stage.ts'

const patience = 120_000

/**
 * Once nothing is killed any more: as if ten minutes had passed for what a killed process had claimed, and until nothing is due and
 * Postfix has nothing to hand over. Says what is stuck after all.
 */
export async function settled({ place, postfix, families, notify }: Stage): Promise<string[]> {
  await asOwner(
    place,
    `update delivery set changed_at = changed_at - interval '10 minutes' where state = 'claimed'`,
  )
  await asOwner(
    place,
    `update notice_copy set claimed_at = claimed_at - interval '10 minutes' where handed_at is null`,
  )
  await asOwner(place, `select graphile_worker.add_job('look-at-deliveries')`)
  const due = () =>
    asOwner<{ task: string; error: string | null }>(
      place,
      `select task_identifier as task, last_error as error from graphile_worker.jobs
       where run_at <= now() or locked_at is not null or attempts >= max_attempts`,
    )
  let [quiet, before] = [0, -1]
  for (const until = Date.now() + patience; Date.now() < until && quiet < 4; await wait(500)) {
    // What was put back waits its minute: it is tried now.
    await asOwner(
      place,
      `update graphile_worker._private_jobs set run_at = now()
      where locked_at is null and run_at > now() and key like 'deliver-message:%'`,
    )
    const moved = families.all.length + notify.texts.length + (await postfix.log()).length
    const claimed = await asOwner(place, `select 1 from delivery where state = 'claimed'`)
    const waits = claimed.length + (await postfix.waiting()) + (await due()).length
    quiet = moved === before && waits === 0 ? quiet + 1 : 0
    before = moved
  }
  if (quiet >= 4) return []
  const mails = await postfix.waiting()
  return [
    ...(await due()).map(({ task, error }) => `stuck: ${task} ${error ?? ''}`.trim()),
    ...(mails > 0 ? [`stuck: ${mails} mails are with Postfix still`] : []),
  ]
}

interface Stored {
  readonly body: string
  readonly messages: number
  readonly arrivals: number
  readonly notices: number
}

/** How often each of these words is a message, something held, or a notice. */
async function storedOf({ place }: Stage, told: readonly Sent[]): Promise<ReadonlyMap<string, Stored>> {
  const rows = await asOwner<Stored>(
    place,
    `select b.body, (select count(*)::int from message m where m.body = b.body) as messages,
       (select count(*)::int from arrival_words w where trim(w.body) = b.body) as arrivals,
       (select count(*)::int from notice n where n.body = b.body) as notices
     from unnest($1::text[]) b(body)`,
    [told.map(one => one.body)],
  )
  return new Map(rows.map(row => [row.body, row]))
}

/** How each of these went out, as the page of it says: of messages, and of notices. */
async function wentOut({ place }: Stage): Promise<ReadonlyMap<string, string>> {
  const rows = await asOwner<{ body: string; state: string }>(
    place,
    `select m.body, d.state from delivery d join message m on m.agency_id = d.agency_id and m.id = d.message_id
     union all select n.body, case when k.handed_at is not null then 'handed-over' when k.claimed_at is not null then 'unsure'
       when k.given_at is not null then 'given' else 'not given' end
     from notice_copy k join notice n on n.agency_id = k.agency_id and n.id = k.notice_id`,
  )
  return new Map(rows.map(({ body, state }) => [body, state]))
}

export interface Counted {
  readonly wrong: readonly string[]
  /** Of what goes out: how many reached the receiving end, and how many are said not to be sure. */
  readonly received: number
  readonly unsure: number
}

/**
 * Of everything that was acknowledged: that it is there once; and of what goes out, counted where it is received, that it came
 * once, or did not come and is said not to be sure.
 */
export async function checkContact(stage: Stage, told: readonly Sent[]): Promise<Counted> {
  const [stored, went] = [await storedOf(stage, told), await wentOut(stage)]
  const wrong: string[] = []
  let [received, unsure] = [0, 0]
  for (const one of told) {
    const row = stored.get(one.body) ?? { messages: 0, arrivals: 0, notices: 0 }
    const there = row.messages + row.arrivals + row.notices
    if (there !== 1) wrong.push(`${one.kind} ${one.key} is there ${there} times${await traceOf(stage, one)}`)
    const came = cameOf(stage, one)
    if (came === undefined) continue
    const state = went.get(one.body) ?? 'not sent'
    if (came > 1) wrong.push(`${one.kind} ${one.key} was received ${came} times`)
    if (came === 0 && state !== 'unsure')
      wrong.push(`${one.kind} ${one.key} was not received, and is ${state}`)
    if (came > 0) received++
    if (state === 'unsure') unsure++
  }
  return { wrong, received, unsure }
}

/** What Postfix says of a mail that is not there once. */
async function traceOf({ postfix }: Stage, { kind, key }: Sent): Promise<string> {
  if (kind !== 'email-in') return ''
  const log = (await postfix.log()).split('\n')
  const queued = log.find(line => line.includes(key))?.match(/: ([0-9A-Za-z]+): message-id/)?.[1]
  return queued
    ? `: ${log.filter(line => line.includes(`${queued}:`)).join(' | ')}`
    : ': Postfix has never had it'
}

/** How often it came to the receiving end; undefined for what goes nowhere. */
function cameOf({ families, notify }: Stage, { kind, body, from }: Sent): number | undefined {
  const byText = kind === 'text-out' || (kind === 'notice' && from === 'ben')
  if (byText) return notify.texts.filter(text => text.body.includes(body)).length
  if (kind !== 'email-out' && kind !== 'notice') return undefined
  return families.all.filter(({ to, text }) => to === cast.sam.email && text.includes(body)).length
}
