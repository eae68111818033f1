import { receive } from '../../src/channels/index.ts'
import { agencies, type CastName, cast } from '../../src/demo/index.ts'
import { asTyped, days, later } from '../../src/kit/clock.ts'
import { newId } from '../../src/kit/ids.ts'
import { type ConversationId, conversationToWrite, sendMessage } from '../../src/messages/index.ts'
import { write } from '../../src/records/index.ts'
import { drawnOnMonday, reviewed } from './draw.ts'
import { asksFor, makes } from './exported.ts'
import type { TestHouse } from './house.ts'
import { hiddenOn, type Person, signedIn } from './person.ts'

/** A word that stands in everything that is written here, and nowhere else: to look for it once all of it is erased. */
export const marker = 'marmalade'

/** One of each kind that is kept for a time, by its kind; `message` is one of several. */
export type KeptThings = Readonly<Record<string, string>>

const last = (path: string): string => path.split('/').at(-1) ?? ''

/** Writes one of every kind through the front door, everything that goes with it too, and ends the contact with Jamie. */
export async function makeKeptThings(house: TestHouse): Promise<KeptThings> {
  const [amira, carys] = [await signedIn(house, 'amira'), await signedIn(house, 'carys')]
  const rowOf = async (sql: string) => (await house.database.asOwner(sql)).rows[0]?.id as string
  const at = await amira.go('/conversations/new', {
    whom: `child:${cast.jamie.id}`,
    subject: `The ${marker} club`,
  })
  const say = async (body: string) =>
    amira.go(`${at}/write`, { body, key: hiddenOn(await (await amira.get(at)).text(), 'key') })
  await say(`Please bring your ${marker} on Thursday.`)
  const message = await rowOf(`select id from message where body like '%bring your ${marker}%'`)
  const waiting = await heldAndSentBack(house, say)
  await danger(house, last(at))
  await carys.go(`${at}/messages/${message}/worried`, { words: `Why ${marker}?`, key: newId() })
  const worry = await rowOf('select id from worry')
  await (await signedIn(house, 'ellen')).go(`/worries/${worry}/answer`, { words: `It is only ${marker}.` })
  const things = {
    message,
    conversation: last(at),
    'waiting-message': waiting,
    worry,
    ...(await callOf(amira, carys)),
    approach: await approachOf(amira, carys),
    'personal-link': await linkOf(amira, carys),
    notice: await noticeOf(amira),
    arrival: await arrivals(house, amira),
    'kept-words': await couldNotGo(house),
  }
  await opened(house, things['kept-words'])
  await reviews(house)
  await makes(house, await asksFor(house, 'ellen', `conversation/${things.conversation}`))
  await asksFor(house, 'farid', `person/${cast.jamie.id}`)
  const page = await (await carys.get(`/people/${cast.amira.id}`)).text()
  await carys.go(/\/people\/[0-9a-f-]+\/work\/[0-9a-f-]+\/end/.exec(page)?.[0] ?? '', {})
  return things
}

async function heldAndSentBack(house: TestHouse, say: (body: string) => Promise<string>): Promise<string> {
  await say(`The ${marker} is our secret, do not tell your mum.`)
  const { rows } = await house.database.asOwner('select id from waiting_message')
  const carys = await signedIn(house, 'carys')
  const word = `No secrets, and no ${marker}.`
  await carys.go(`/conversations/waiting/${rows[0]?.id}`, { step: 'sent-back', word, when: '' })
  return rows[0]?.id
}

/** Jamie writes that they are in danger; Ellen says what she did, and opens what is masked. */
async function danger(house: TestHouse, conversation: string): Promise<void> {
  const jamie = {
    kind: 'child',
    agencyId: agencies.riverside.id,
    personId: cast.jamie.id,
    name: cast.jamie.name,
    place: '',
    roles: [],
  } as const
  await write(house.house.ground, jamie, async writer => {
    const found = await conversationToWrite(writer, conversation)
    if (!found) throw new Error('Jamie is not in it')
    const body = `I want to kill myself. ${marker}. Call me on 07700 900123.`
    return sendMessage(writer, found, { body, key: newId() })
  })
  const { rows } = await house.database.asOwner(
    `select id, message_id from message_mark where kind = 'danger'`,
  )
  const ellen = await signedIn(house, 'ellen')
  await ellen.go(`/conversations/marked/${rows[0]?.id}`, { did: `Rang them, and spoke of ${marker}.` })
  await ellen.go(`/conversations/${conversation}/messages/${rows[0]?.message_id}/details`, {
    ...{ reason: `To ring them about ${marker}`, who: 'self' },
  })
}

async function callOf(amira: Person, carys: Person): Promise<KeptThings> {
  const opening = await amira.go(`/calls/numbers/${cast.sam.id}`, { reason: `To ask about ${marker}` })
  const call = await amira.go('/calls/new', {
    ...{ with: cast.jamie.id, happened: 'in-spoke', ...asTyped(new Date()), minutes: '5' },
    ...{ about: `About ${marker}`, agreed: `More ${marker}`, phone: 'own', ownReason: `${marker} on mine` },
    ...{ second: cast.carys.id, secondWas: 'told', key: newId() },
  })
  await carys.go(call, { agreed: 'no', says: `No ${marker} next time` })
  return { call: last(call), 'number-opening': last(opening) }
}

async function approachOf(amira: Person, carys: Person): Promise<string> {
  const key = hiddenOn(await (await amira.get('/approaches/new')).text(), 'key')
  const told = { how: 'follow', platform: 'instagram', did: 'nothing', happened: `They wrote ${marker}.` }
  const at = await amira.go('/approaches/new', { ...told, who: cast.jamie.id, key })
  await carys.go(`${at}/answer`, { words: `Thank you. Never mind the ${marker}.` })
  return last(at)
}

async function linkOf(amira: Person, carys: Person): Promise<string> {
  const key = hiddenOn(await (await amira.get('/personal-links/new')).text(), 'key')
  const declared = { who: cast.sam.id, relation: 'neighbour', platform: 'whatsapp', says: marker, key }
  const at = await amira.go('/personal-links/new', declared)
  const review = later(new Date(), days(90)).toISOString().slice(0, 10)
  await carys.go(`${at}/decide`, { decision: 'within-limits', limits: `Only ${marker}.`, review })
  await amira.go(`${at}/end`, {})
  return last(at)
}

async function noticeOf(amira: Person): Promise<string> {
  const group = await amira.go('/notices/groups/new', { name: 'Thursday', who: `child:${cast.jamie.id}` })
  const notice = await amira.go(`${group}/write`, {
    ...{ reaches: 'both', subject: `More ${marker}`, body: `There is ${marker} on Friday.`, key: newId() },
  })
  return last(notice)
}

/** An email that became a message, with more than the message shows. */
async function arrivals(house: TestHouse, amira: Person): Promise<string> {
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: marker })
  const conversationId = last(at) as ConversationId
  await receive(house.house.ground, {
    ...{ agencyId: agencies.riverside.id, channel: 'email', from: `${marker}@family.example`, to: 'c-…' },
    ...{ receivedAt: new Date(), personId: cast.sam.id, conversationId, externalId: 'one' },
    ...{ words: `Yes, ${marker}.`, whole: `Yes, ${marker}.\n> ${marker}?`, is: { kind: 'from' } },
  })
  const { rows } = await house.database.asOwner('select id from arrival')
  return rows[0]?.id
}

/** Farid writes to a family he works with no longer, and Ellen says what she did about it. */
async function couldNotGo(house: TestHouse): Promise<string> {
  const [carys, farid] = [await signedIn(house, 'carys'), await signedIn(house, 'farid')]
  await carys.go(`/people/${cast.farid.id}/work`, { child: cast.rosa.id, purpose: 'Strings' })
  const at = await farid.go('/conversations/new', { whom: `parents:${cast.rosa.id}`, subject: marker })
  const page = await (await carys.get(`/people/${cast.farid.id}`)).text()
  await carys.go(/\/people\/[0-9a-f-]+\/work\/[0-9a-f-]+\/end/.exec(page)?.[0] ?? '', {})
  await farid.go(`${at}/write`, { body: `The ${marker} concert is on Friday.`, key: newId() })
  const { rows } = await house.database.asOwner('select id from kept_words limit 1')
  await (await signedIn(house, 'ellen')).go(`/conversations/kept/${rows[0]?.id}`, { did: `Told ${marker}.` })
  return rows[0]?.id
}

/** Ellen opens what is masked in words that could not go, for a reason. */
async function opened(house: TestHouse, id = ''): Promise<void> {
  const ellen = await signedIn(house, 'ellen')
  await ellen.go(`/conversations/kept/${id}/details`, { reason: `To ring them about ${marker}` })
}

/** Somebody finds in a conversation of Amira's that a word is needed, and in one of Ben's a concern. */
async function reviews(house: TestHouse): Promise<void> {
  const ben = await signedIn(house, 'ben')
  const at = await ben.go('/conversations/new', { whom: `parents:${cast.rosa.id}`, subject: 'Strings' })
  await ben.go(`${at}/write`, { body: 'See you at the concert.', key: newId() })
  await drawnOnMonday(house)
  const { rows } = await house.database.asOwner(
    'select id, conversation_id, worker_id, reviewer_id from review',
  )
  const nameOf = (id: string) => Object.entries(cast).find(([, one]) => one.id === id)?.[0] as CastName
  for (const row of rows)
    await reviewed(house, nameOf(row.reviewer_id), row, {
      ...{ finding: row.worker_id === cast.ben.id ? 'concern' : 'word-needed', words: `Speak of ${marker}.` },
    })
}

/** Every table, of every schema, that says the word still: in text, JSON or bytes. */
export async function tablesThatSay(house: TestHouse, word: string): Promise<readonly string[]> {
  const { rows } = await house.database.asOwner(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows as { name: string }[]) {
    // A whole row as text: bytes stand in it as hexadecimal.
    const says = await house.database.asOwner(
      `select 1 from ${name} t where t::text ilike '%' || $1 || '%'
         or t::text like '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%' limit 1`,
      [word],
    )
    if (says.rows.length > 0) found.push(name)
  }
  return found
}
