import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { vi } from 'vitest'
import { receive } from '../../src/channels/index.ts'
import { acceptableUse, agencies, cast, socialMedia } from '../../src/demo/index.ts'
import { asTyped } from '../../src/kit/clock.ts'
import { newId } from '../../src/kit/ids.ts'
import { type ConversationId, conversationToWrite, sendMessage } from '../../src/messages/index.ts'
import { write } from '../../src/records/index.ts'
import { handsIn, tellsOf } from '../setup/concern.ts'
import { drawnOnMonday, reviewed } from '../setup/draw.ts'
import { asksFor, makes } from '../setup/exported.ts'
import { pathIn } from '../setup/family.ts'
import type { TestHouse } from '../setup/house.ts'
import { walkWhole } from '../setup/induction.ts'
import { addsPasskey, makesKey, someWords, unlocks } from '../setup/keys.ts'
import { hiddenOn, Person, signedIn } from '../setup/person.ts'
import { emailOf } from '../setup/sign-in.ts'
import { answered, asksToTake, decides, sends } from '../setup/taken.ts'

/** A real thing for every name that an address holds, so that pages are looked at and not what stands for missing ones. */
export interface Things {
  readonly conversation: string
  readonly message: string
  /** A worker’s message that is held. */
  readonly waiting: string
  /** A parent’s message that was marked as danger, with a detail that is masked. */
  readonly mark: string
  readonly policy: string
  /** Somebody signed on paper, and it waits to be confirmed. */
  readonly sheet: string
  readonly entry: string
  readonly team: string
  readonly import: string
  readonly link: string
  readonly passkey: string
  /** Somebody who has left, whose work Ben took over. */
  readonly leaver: string
  /** Somebody who was invited and has not joined. */
  readonly invited: string
  readonly invitation: string
  readonly familyLink: string
  readonly newPassword: string
  readonly tightening: string
  readonly decision: string
  readonly tuning: string
  readonly logo: string
  readonly printing: string
  readonly code: string
  /** A conversation of Amira's, drawn and not yet reviewed. */
  readonly review: string
  /** What Carys found of a conversation of Ben's. */
  readonly heard: string
  /** Something that came by email and is held. */
  readonly arrival: string
  /** A message that did not reach somebody; and one that came with more than it shows. */
  readonly delivery: string
  readonly came: string
  readonly approach: string
  /** A personal link of Amira’s, with a decision on it. */
  readonly declared: string
  readonly group: string
  readonly notice: string
  readonly worry: string
  /** Days that Ben will be away. */
  readonly away: string
  /** What Farid wrote to a family he works with no longer. */
  readonly kept: string
  readonly call: string
  /** Lucia asked for no more texts. */
  readonly wish: string
  readonly opening: string
  /** An export of Jamie’s conversation, ready for Dev to fetch. */
  readonly export: string
  /** A hold on erasing what is about Rosa. */
  readonly hold: string
  /** What somebody without an account told of. */
  readonly concern: string
  readonly document: string
  /** Something that Ellen is to do about it. */
  readonly action: string
  /** What the LADO is to be handed of it. */
  readonly pack: string
  /** An export of what is told of Jamie; and the file that it became in another organisation. */
  readonly taking: string
  readonly arrived: string
  /** A letter to Ellen that tries the way. */
  readonly letter: string
  /** A passkey that unlocks Dev’s key. */
  readonly lock: string
  /** Farid lost his key, and the keyholders are asked to give back what it opened. */
  readonly recovery: string
}

const inHalfAYear = (): string => new Date(Date.now() + 182 * 86_400_000).toISOString().slice(0, 10)
const last = (path: string): string => path.split('/').at(-1) ?? ''

/** Makes them, once everybody is in (personas.ts): through the front door, but for a passkey, which needs a device. */
export async function makeThings(house: TestHouse): Promise<Things> {
  const [amira, grace] = [await signedIn(house, 'amira'), await signedIn(house, 'grace')]
  const policy = acceptableUse.riverside
  const rowOf = async (sql: string) => (await house.database.asOwner(sql)).rows[0]?.id as string
  const invited = await invite(house, 'Zara Quinn')
  const leaver = await leaves(house, grace)
  const team = await grace.go('/people/teams/new', { name: 'Thursday club', manager: cast.carys.id })
  await grace.go(`/policies/${policy}/owner`, { owner: cast.dev.id, review: inHalfAYear() })
  await grace.go(team, { person: cast.amira.id, change: 'join' })
  await new Person(house).post('/sign-in/forgotten', { email: cast.dev.email ?? '' })
  const newPassword = await house.mailbox.next(cast.dev.email ?? '', /new-password/)
  await amira.go('/induction', {})
  await walkWhole(await signedIn(house, 'ben'))
  // Before anybody could open a concern: from then on a worry is told as one.
  const worry = await aWorry(house)
  await keys(house)
  const links = house.mailbox.all.filter(({ to, text }) => to === cast.sam.email && /\/f\//.test(text))
  const printing = await amira.go('/posters/general/print', { size: 'a4', places: 'Hall' })
  await house.sequence()
  const signed = await (await amira.get(`/policies/${policy}/signed`)).text()
  return {
    conversation: await rowOf(
      `select conversation_id as id from participant where person_id = '${cast.jamie.id}'`,
    ),
    message: await rowOf(`select id from message where author_id = '${cast.amira.id}'`),
    waiting: await held(house, amira),
    mark: await marked(house),
    policy,
    sheet: await onPaper(house, policy, invited.person),
    entry: /\/receipts\/([0-9a-f-]{36})/.exec(signed)?.[1] ?? '',
    team: last(team),
    import: await anImport(grace),
    link: await rowOf(`select id from work_link where staff_id = '${cast.ben.id}' and until is null`),
    passkey: await rowOf(
      `insert into auth.passkey (id, name, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp", "createdAt")
       select 'a-passkey', 'A key', 'x', login_id, 'x', 0, 'singleDevice', false, now() from person where id = '${cast.amira.id}' returning id`,
    ),
    leaver,
    invited: invited.person,
    invitation: invited.token,
    familyLink: last(pathIn(links.at(-1)?.text ?? '')),
    newPassword: last(pathIn(newPassword.text)),
    printing: last(printing),
    code: await rowOf(`select code as id from poster_printing where id = '${last(printing)}'`),
    away: await willBeAway(house),
    kept: await couldNotGo(house),
    ...(await aCall(amira)),
    wish: await noMoreTexts(house, grace),
    ...(await ownRules(house, grace)),
    tuning: await aTuning(house),
    hold: await aHold(house),
    ...(await aConcern(house)),
    letter: await aTestLetter(house),
    ...(await reviews(house)),
    ...(await comesAndGoes(house, grace, amira)),
    approach: await anApproach(amira),
    declared: await aPersonalLink(house, amira),
    ...(await aNotice(amira)),
    worry,
    export: await anExport(house),
    lock: await rowOf(`select id from sealing_lock where kind = 'passkey'`),
    recovery: await rowOf('select id from recovery'),
    logo: await rowOf(`select id from organisation_logo where agency_id = '${agencies.riverside.id}'`),
  }
}

/** Three have a key, and are the keyholders; Farid has lost his, and made another. */
export async function keys(house: TestHouse): Promise<void> {
  const [dev, ellen, farid] = [
    await signedIn(house, 'dev'),
    await signedIn(house, 'ellen'),
    await signedIn(house, 'farid'),
  ]
  for (const who of [dev, ellen, farid]) await makesKey(who)
  await addsPasskey(dev)
  await dev.postAll('/sealing/keyholders/name', [
    ['holders', cast.dev.id],
    ['holders', cast.ellen.id],
    ['holders', cast.farid.id],
  ])
  for (const who of [ellen, farid]) await unlocks(who)
  await farid.go('/sealing/lost', { words: someWords, again: someWords })
}

/** What Amira writes to Jamie and is held. */
async function held(house: TestHouse, amira: Person): Promise<string> {
  const { rows } = await house.database.asOwner(
    'select conversation_id as id from participant where person_id = $1 limit 1',
    [cast.jamie.id],
  )
  const at = `/conversations/${rows[0]?.id}`
  const key = hiddenOn(await (await amira.get(at)).text(), 'key')
  await amira.go(`${at}/write`, { body: 'It is our secret, do not tell your mum.', key })
  return (await house.database.asOwner('select id from waiting_message')).rows[0]?.id
}

/** What Sam wrote, as the software marks it. */
async function marked(house: TestHouse): Promise<string> {
  const { ground } = house.house
  const sam = {
    kind: 'parent',
    agencyId: agencies.riverside.id,
    personId: cast.sam.id,
    name: cast.sam.name,
    place: '',
    roles: [],
  } as const
  const { rows } = await house.database.asOwner(
    'select conversation_id as id from participant where person_id = $1 limit 1',
    [cast.sam.id],
  )
  await write(ground, sam, async writer => {
    const found = await conversationToWrite(writer, rows[0]?.id)
    if (!found) throw new Error('Sam is in no conversation')
    return sendMessage(writer, found, {
      body: 'I want to kill myself. Call me on 07700 900123.',
      key: newId(),
    })
  })
  return (await house.database.asOwner(`select id from message_mark where kind = 'danger'`)).rows[0]?.id
}

async function invite(house: TestHouse, name: string): Promise<{ person: string; token: string }> {
  const grace = await signedIn(house, 'grace')
  const email = `${name.toLowerCase().replace(' ', '.')}@riverside-youth.example`
  await grace.go('/people/invite', { name, email, role: 'worker', manager: cast.carys.id })
  const letter = await house.mailbox.next(email, /\/invitation\//)
  const { rows } = await house.database.asOwner('select id from person where email = $1', [email])
  return { person: rows[0]?.id, token: last(pathIn(letter.text)) }
}

/** Carys records that somebody of her line signed on paper, and asks Dev. */
async function onPaper(house: TestHouse, policy: string, person: string): Promise<string> {
  const carys = await signedIn(house, 'carys')
  const [, code = ''] =
    /ly-sheet__code">(\d+-[0-9a-f]{8})/.exec(
      await (await carys.get(`/policies/${policy}/paper/print`)).text(),
    ) ?? []
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
  const words = { kept: 'The green folder', explained: 'Carys read it to them.' }
  return last(
    await carys.go(`/policies/${policy}/paper/record`, {
      ...words,
      person1: person,
      code,
      day,
      asked: cast.dev.id,
    }),
  )
}

/** Farid writes to Rosa’s family, and again when his work with them has ended. */
async function couldNotGo(house: TestHouse): Promise<string> {
  const [carys, farid] = [await signedIn(house, 'carys'), await signedIn(house, 'farid')]
  await carys.go(`/people/${cast.farid.id}/work`, { child: cast.rosa.id, purpose: 'Strings' })
  const at = await farid.go('/conversations/new', { whom: `parents:${cast.rosa.id}`, subject: 'Strings' })
  const page = await (await carys.get(`/people/${cast.farid.id}`)).text()
  await carys.go(/\/people\/[0-9a-f-]+\/work\/[0-9a-f-]+\/end/.exec(page)?.[0] ?? '', {})
  await farid.go(`${at}/write`, { body: 'The concert is on Friday.', key: crypto.randomUUID() })
  const { rows } = await house.database.asOwner('select id from kept_words limit 1')
  return rows[0]?.id
}

/** Ben says when he will be away. */
async function willBeAway(house: TestHouse): Promise<string> {
  const ben = await signedIn(house, 'ben')
  await ben.go(`/people/${cast.ben.id}/away`, { from: inHalfAYear(), last: inHalfAYear() })
  const { rows } = await house.database.asOwner(`select id from away where person_id = $1`, [cast.ben.id])
  return rows[0]?.id
}

/** Somebody who worked with Jamie leaves, and Ben takes that over. */
async function leaves(house: TestHouse, grace: Person): Promise<string> {
  const { person } = await invite(house, 'Wren Hollow')
  await grace.go(`/people/${person}/work`, { child: cast.jamie.id, purpose: 'Summer camp' })
  await grace.go(`/people/${person}/leaving`, { 'to-children': cast.ben.id })
  return person
}

/** A message that could not be sent to Sam by email, an answer that came with more than it shows, and one that is held. */
async function comesAndGoes(
  house: TestHouse,
  grace: Person,
  amira: Person,
): Promise<Pick<Things, 'arrival' | 'delivery' | 'came'>> {
  await grace.go(`/people/${cast.sam.id}/way`, { way: 'email' })
  // The sentence that says so is for the next page she opens.
  await grace.get('/people')
  const at = await amira.go('/conversations/new', { whom: `parents:${cast.jamie.id}`, subject: 'Friday' })
  await amira.go(`${at}/write`, { body: 'Can you come on Friday?', key: newId() })
  const idOf = async (sql: string): Promise<string> => {
    const found = async () => (await house.database.asOwner(sql)).rows[0]?.id
    return vi.waitUntil(found, { timeout: 20_000, interval: 100 })
  }
  const delivery = await idOf(`select d.id from delivery d join message m on m.id = d.message_id
    where d.state = 'failed' and m.conversation_id = '${last(at)}'`)
  const came = {
    agencyId: agencies.riverside.id,
    channel: 'email',
    from: 'sam@family.example',
    to: 'c-…',
  } as const
  const about = { receivedAt: new Date(), personId: cast.sam.id, conversationId: last(at) as ConversationId }
  const words = { words: 'Yes.', whole: 'Yes.\n> Can you come on Friday?' }
  const { ground } = house.house
  await receive(ground, { ...came, ...about, ...words, externalId: 'one', is: { kind: 'from' } })
  const reason = 'not-proven'
  const held = { words: 'My dad hits me. Ring me on 07700 900123.' }
  await receive(ground, { ...came, ...about, ...held, externalId: 'two', is: { kind: 'held', reason } })
  return {
    delivery,
    came: await idOf(
      `select message_id as id from arrival where outcome = 'message' and external_id = 'one'`,
    ),
    arrival: await idOf(`select id from arrival where outcome = 'held'`),
  }
}

/** A rule of our own, and a decision. */
async function ownRules(house: TestHouse, grace: Person): Promise<Pick<Things, 'tightening' | 'decision'>> {
  const dev = await signedIn(house, 'dev')
  const tightening = await grace.go('/rules/tighten', {
    ...{ sent: 'check', act: 'retain', 'in.what': 'emails', where: 'said', at: 'safe', more: 'said' },
    ...{ needs: 'manager', says: 'We keep emails only when the manager agrees.' },
  })
  const decision = await dev.go('/rules/decide', {
    ...{ sent: 'check', act: 'play', row: 'play/family', 'in.who': 'parent', where: 'said', to: 'safe' },
    ...{ until: inHalfAYear(), says: 'The games evening for parents.', me: 'yes' },
  })
  return { tightening: last(tightening), decision: last(decision) }
}

/** Ben texts Lucia, who answers STOP. */
async function noMoreTexts(house: TestHouse, grace: Person): Promise<string> {
  const ben = await signedIn(house, 'ben')
  const first = async (sql: string) => (await house.database.asOwner(sql)).rows[0]?.id as string
  await grace.go(`/people/${cast.lucia.id}/way`, { way: 'text' })
  const conversation = await first(
    `select conversation_id as id from participant where person_id = '${cast.lucia.id}'`,
  )
  await ben.go(`/conversations/${conversation}/write`, { body: 'Until Saturday.', key: newId() })
  const texted = `select id from delivery where channel = 'text'`
  for (const until = Date.now() + 20_000; !(await first(texted)) && Date.now() < until; ) await wait(50)
  const body = {
    ...{ id: newId(), source_number: '447700900456', destination_number: '1', message: 'STOP' },
    date_received: new Date().toISOString(),
  }
  const headers = {
    host: new URL(house.url).host,
    authorization: `Bearer ${house.house.config.notify?.callback}`,
  }
  const request = { method: 'POST', headers, body: JSON.stringify(body) }
  await house.fetch(new Request(`${house.url}/callbacks/notify/text`, request))
  return first(`select id from text_wish where wish = 'stop'`)
}

/** Dev asks for an export of Jamie’s conversation, and makes it. */
async function anExport(house: TestHouse): Promise<string> {
  const { rows } = await house.database.asOwner(
    'select conversation_id as id from participant where person_id = $1',
    [cast.jamie.id],
  )
  const asked = await asksFor(house, 'dev', `conversation/${rows[0]?.id}`)
  await makes(house, asked)
  return last(asked.at)
}

/** Amira opens the number of Jamie’s parent, and writes down a call with Jamie on her own phone. */
async function aCall(amira: Person): Promise<Pick<Things, 'call' | 'opening'>> {
  const opening = await amira.go(`/calls/numbers/${cast.sam.id}`, { reason: 'The office is closed' })
  const call = await amira.go('/calls/new', {
    ...{ with: cast.jamie.id, happened: 'in-spoke', ...asTyped(new Date()), minutes: '5', about: 'Was late' },
    ...{ phone: 'own', ownReason: 'It was with me', second: cast.carys.id, secondWas: 'told' },
    key: randomUUID(),
  })
  return { call: last(call), opening: last(opening) }
}

/** On the Monday after, both conversations are drawn, and Carys signs that a word is needed with Ben. */
async function reviews(house: TestHouse): Promise<Pick<Things, 'review' | 'heard'>> {
  await drawnOnMonday(house)
  const of = async (worker: string) => {
    const found = await house.database.asOwner(
      'select id, conversation_id from review where worker_id = $1',
      [worker],
    )
    return found.rows[0] as { id: string; conversation_id: string }
  }
  const [review, heard] = [await of(cast.amira.id), await of(cast.ben.id)]
  const words = 'It began with a first name alone. Say who you are.'
  await reviewed(house, 'carys', heard, { finding: 'word-needed', words })
  return { review: review.id, heard: heard.id }
}

/** Dev tries whether letters about concerns come. */
export async function aTestLetter(house: TestHouse): Promise<string> {
  await (await signedIn(house, 'dev')).go('/concerns/chain', { do: 'letters' })
  return last(pathIn((await house.mailbox.next(emailOf('ellen'), /chain\/came/)).text))
}

/** Jamie asked to follow Amira, and she tells. */
async function anApproach(amira: Person): Promise<string> {
  const key = hiddenOn(await (await amira.get('/approaches/new')).text(), 'key')
  const told = { how: 'follow', platform: 'instagram', did: 'nothing', happened: 'On Friday evening.' }
  return last(await amira.go('/approaches/new', { ...told, who: cast.jamie.id, key }))
}

/** Amira declares that she knows Sam, and Carys decides. */
async function aPersonalLink(house: TestHouse, amira: Person): Promise<string> {
  const key = hiddenOn(await (await amira.get('/personal-links/new')).text(), 'key')
  const declared = {
    who: cast.sam.id,
    relation: 'neighbour',
    platform: 'whatsapp',
    says: 'Same street.',
    key,
  }
  const at = await amira.go('/personal-links/new', declared)
  await (await signedIn(house, 'carys')).go(`${at}/decide`, {
    ...{ decision: 'within-limits', limits: 'A word over the fence.', review: inHalfAYear() },
  })
  return last(at)
}

/** Amira writes to everybody of the Thursday club. */
async function aNotice(amira: Person): Promise<Pick<Things, 'group' | 'notice'>> {
  const group = await amira.go('/notices/groups/new', {
    name: 'Thursday club',
    who: `child:${cast.jamie.id}`,
  })
  const notice = await amira.go(`${group}/write`, {
    ...{ reaches: 'both', subject: 'Half term', body: 'We are closed.', key: randomUUID() },
  })
  return { group: last(group), notice: last(notice) }
}

/** Carys is worried about what Amira wrote to Jamie. */
async function aWorry(house: TestHouse): Promise<string> {
  const { rows } = await house.database.asOwner(
    `select id, conversation_id from message where author_id = '${cast.amira.id}' limit 1`,
  )
  const carys = await signedIn(house, 'carys')
  await carys.go(`/conversations/${rows[0]?.conversation_id}/messages/${rows[0]?.id}/worried`, {
    ...{ words: 'It reads as if they met alone.', key: randomUUID() },
  })
  return (await house.database.asOwner('select id from worry')).rows[0]?.id
}

/** Ellen has what is about Rosa kept. */
async function aHold(house: TestHouse): Promise<string> {
  const ellen = await signedIn(house, 'ellen')
  const why = { reason: 'The police have asked for it.', review: inHalfAYear() }
  return last(await ellen.go(`/holds/people/${cast.rosa.id}`, why))
}

/** Dev has a phrase of the club's own looked for. */
async function aTuning(house: TestHouse): Promise<string> {
  const dev = await signedIn(house, 'dev')
  const words = { says: 'Children are told to wait there.', me: 'yes' }
  await dev.go('/screening/try?kind=meeting&phrase=the+old+boathouse', words)
  const { rows } = await house.database.asOwner('select id from tuning')
  return rows[0]?.id
}

/** Grace uploads a file with something wrong in it. */
async function anImport(grace: Person): Promise<string> {
  const file = new File(
    ['Name,Email,Role\nJo Nash,jo@,Worker\nAl Nash,al@nash.example,Volunteer\n'],
    'staff.csv',
  )
  const answer = await grace.upload('/people/import/staff', 'file', file)
  return last(answer.headers.get('location') ?? '')
}

/** Somebody without an account told of a concern; Ellen made what the LADO is handed of it, and is to do something about it. */
export async function aConcern(house: TestHouse) {
  const said = { words: 'Bruises on his arm.', about: 'child' }
  const { id: concern } = await tellsOf(house, new Person(house), said)
  const ellen = await signedIn(house, 'ellen')
  const sent = { organisation: 'Riverside Youth Club', happened: said.words, key: newId() }
  const pack = await ellen.go(`/concerns/${concern}/packs/for/lado`, sent)
  const todo = { words: 'Ring the school.', owner: cast.ellen.id, day: inHalfAYear(), key: newId() }
  await ellen.go(`/concerns/${concern}/action`, todo)
  await ellen.go(`/concerns/${concern}/link`, { part: 'child', name: 'Jamie Taylor' })
  const document = await handsIn(house, ellen, concern)
  const { rows } = await house.database.asOwner('select id from concern_action')
  return {
    concern,
    document,
    pack: last(pack.replace(/\?.*/, '')),
    action: rows[0]?.id as string,
    ...(await aFile(house, ellen)),
  }
}

/** Ellen made an export of what is told of Jamie, and sent it to another organisation, where Kofi accepted it. */
async function aFile(house: TestHouse, ellen: Person) {
  const kofi = await signedIn(house, 'kofi')
  await makesKey(kofi)
  const at = await asksToTake(ellen, cast.jamie.id)
  await decides(ellen, at)
  const arrived = await sends(house, ellen, at, agencies.otters.id)
  await kofi.go(`/concerns/files/${arrived}`, { answer: 'accepted', why: '' })
  await answered(house, arrived)
  return { taking: last(at), arrived }
}

/** Where each address is looked at: its names filled in with what is real. Those with no names stand as they are. */
export const realAddress = (pattern: string, things: Partial<Things>): string => {
  const inPlace: Readonly<Record<string, string>> = {
    '/sign-in/new-password/:token': `/sign-in/new-password/${things.newPassword}`,
    '/invitation/:token': `/invitation/${things.invitation}`,
    '/board/:agency': `/board/${agencies.riverside.id}`,
    '/board/:agency/policies/:policy': `/board/${agencies.riverside.id}/policies/${acceptableUse.riverside}`,
    '/policies/:policy/draft/parts/:part/wording': `/policies/${socialMedia}/draft/parts/professional-profiles/wording`,
    '/people/:person/invitation': `/people/${things.invited}/invitation`,
    '/people/:person/taken-over': `/people/${things.leaver}/taken-over`,
    '/calls/with/:person': `/calls/with/${cast.sam.id}`,
    '/calls/numbers/:person': `/calls/numbers/${cast.sam.id}`,
    '/people/:person/adult': `/people/${cast.jamie.id}/adult`,
    '/people/:person/family/new': `/people/${cast.jamie.id}/family/new`,
    '/people/:person/family/:parent/end': `/people/${cast.jamie.id}/family/${cast.sam.id}/end`,
    '/people/:person/links': `/people/${cast.sam.id}/links`,
    '/people/:person/way': `/people/${cast.sam.id}/way`,
    '/messages/:message/whole': `/messages/${things.came}/whole`,
    '/people/:person/sign-in': `/people/${cast.amira.id}/sign-in`,
    '/log/:agency/tile/:tile{.+}': '/log/riverside-youth/tile/0/000.p/10',
    '/organisation/contacts/:person': `/organisation/contacts/${cast.ellen.id}`,
    '/keeping/:kind': '/keeping/message?months=24',
    '/erase/:kind/:thing': `/erase/call/${things.call}`,
    '/screening/kinds/:kind': '/screening/kinds/meeting',
    '/screening/try': '/screening/try?kind=meeting&by=worker&to=stopped',
    '/screening/try/messages': '/screening/try/messages?kind=meeting&phrase=thursday',
    '/tell/:place': '/tell/riverside-youth',
    '/concerns/children/:person': `/concerns/children/${cast.jamie.id}`,
    '/concerns/children/:person/export': `/concerns/children/${cast.jamie.id}/export`,
    '/tell/:place/danger': '/tell/riverside-youth/danger',
    '/tell/:place/online': '/tell/riverside-youth/online',
    '/tell/:place/words': '/tell/riverside-youth/words?danger=no',
    '/tell/:place/paper': '/tell/riverside-youth/paper',
    '/tell/:place/child': '/tell/riverside-youth/child',
    '/tell/:place/child/words': '/tell/riverside-youth/child/words?danger=no',
    '/ask/keep': '/ask/keep?act=play&who=child',
    '/exports/person/:person': `/exports/person/${cast.sam.id}`,
    '/conversations/reviews/said/:review': `/conversations/reviews/said/${things.heard}`,
  }
  const names: Readonly<Record<string, string | undefined>> = {
    ...things,
    person: cast.ben.id,
    child: cast.jamie.id,
    agency: 'riverside-youth',
    kind: 'staff',
    body: 'lado',
    token: things.familyLink,
    number: '1',
    lesson: 'why',
    question: '1',
    form: 'pdf',
    way: 'phones',
    case: '2',
    poster: 'general',
    topic: 'concerns',
    note: 'lado',
    file: 'json',
    statement: 'REP-4',
    section: 'phones',
    part: 'posting',
    blank: 'lado',
  }
  // What is being written is the social media policy: half of it is there.
  const asked: Readonly<Record<string, string | undefined>> = pattern.startsWith('/policies/:policy/draft')
    ? { ...names, policy: socialMedia }
    : names
  return inPlace[pattern] ?? pattern.replace(/:(\w+)/g, (_, name: string) => asked[name] ?? name)
}
