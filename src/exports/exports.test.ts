import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asksFor, choicesOn, fileOf, idOf, makes } from '../../tests/setup/exported.ts'
import { comesIn } from '../../tests/setup/family.ts'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { readBack } from '../../tests/setup/pdf.ts'
import { hiddenOn, Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { testSecrets } from '../../tests/setup/secrets.ts'
import { type CastName, cast } from '../demo/index.ts'
import { newId } from '../kit/ids.ts'
import { logKeys, trusting } from '../records/index.ts'
import type { BodyEntry } from './body.ts'
import { checkExport } from './check-export.ts'
import { type ExportFile, exportJson } from './file.ts'

let house: TestHouse
let at: string
let conversation: string
let sam: Person
beforeAll(async () => {
  house = await openHouse()
  const amira = await signedIn(house, 'amira')
  at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday club' })
  conversation = idOf(at)
  await says(amira, at, 'We meet at 4pm. Rosa Silva comes too, and Lucia brings her.')
  sam = await comesIn(house, 'sam')
  const family = `/family/${conversation}`
  await says(sam, family, 'Jamie says rosa’s brother Tiago was unkind. My number is 07700 900123.')
  await says(amira, at, 'These words have to go, says the law.')
  await says(amira, at, 'See you then, Sam.')
  const ellen = await signedIn(house, 'ellen')
  const { rows } = await house.database.asOwner(`select id from message where body like 'These words%'`)
  await ellen.go(`${at}/messages/${rows[0].id}/erase`, { reason: 'Article 17', checked: 'yes' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

async function says(who: Person, where: string, body: string): Promise<void> {
  const key = hiddenOn(await (await who.get(where)).text(), 'key') || newId()
  await who.go(`${where}/write`, { body, key })
}

const trusted = () => {
  const keys = logKeys(testSecrets.master, house.url)
  return trusting([keys.log('riverside-youth').vkey], [keys.witness('marlow-vale-board').vkey])
}
/** The JSON of an export that was asked for, once it is made: it holds. */
async function madeOf(asked: Awaited<ReturnType<typeof asksFor>>) {
  await makes(house, asked)
  const text = Buffer.from(await fileOf(asked, 'json')).toString()
  const check = checkExport(text, trusted())
  if (check.result !== 'holds') throw new Error(JSON.stringify(check))
  const { body } = check.file
  return { text, body, events: new Set(body.entries.map(({ leaf }) => leaf.event)) }
}
const statusFor = async (name: CastName, path: string) =>
  (await (await signedIn(house, name)).get(path)).status

test('a manager or a designated person who is not in the conversation asks for it; nobody else does, whoever it is about', async () => {
  const ask = `/exports/conversation/${conversation}`
  for (const [name, status] of [
    ['dev', 200],
    ['ellen', 200],
    ['farid', 200],
    ['amira', 404],
    ['ben', 404],
    ['grace', 404],
    ['ivan', 404],
  ] as const)
    expect([name, await statusFor(name, ask)]).toEqual([name, status])
  expect((await sam.get(ask)).status).not.toBe(200)
  // Carys manages Amira, and is the second adult in it.
  const carys = await signedIn(house, 'carys')
  expect(wordsOf(await (await carys.get(ask)).text())).toContain('You cannot ask for this')
  expect((await carys.post(ask, { reason: 'I would like to' })).status).toBe(409)
  const dev = await signedIn(house, 'dev')
  const refused = await dev.post(ask, { reason: '' })
  expect([refused.status, wordsOf(await refused.text())]).toEqual([
    422,
    expect.stringContaining('Say why it is needed'),
  ])
  expect((await house.database.asOwner('select 1 from export')).rowCount).toBe(0)
})

test('everything about a child, or about a parent, is for designated persons and deputies alone', async () => {
  for (const [name, status] of [
    ['ellen', 200],
    ['farid', 200],
    ['dev', 404],
    ['carys', 404],
    ['kofi', 404],
  ] as const)
    for (const who of ['jamie', 'sam'] as const)
      expect([name, who, await statusFor(name, `/exports/person/${cast[who].id}`)]).toEqual([
        name,
        who,
        status,
      ])
  expect(await statusFor('ellen', `/exports/person/${cast.amira.id}`)).toBe(404)
})

let made: { who: Person; at: string; page: string }
let json: string
let file: ExportFile

test('before it leaves, everybody else who is named in it is listed: families outside it to be replaced, staff to be kept', async () => {
  made = await asksFor(house, 'dev', `conversation/${conversation}`)
  const choices = Object.fromEntries([...choicesOn(made.page)].map(([name, { value }]) => [name, value]))
  expect(choices).toMatchObject({
    [cast.amira.name]: 'keep',
    [cast.carys.name]: 'keep',
    [cast.ellen.name]: 'keep',
    [cast.jamie.name]: 'keep',
    [cast.sam.name]: 'keep',
    [cast.rosa.name]: 'another-child',
    [cast.lucia.name]: 'a-parent',
  })
  expect(made.page).toContain('<mark>Rosa Silva</mark>')
  expect(made.page).toContain('<mark>rosa</mark>')
  // Nothing can be fetched yet; and nobody else goes through the names.
  expect((await made.who.get(`${made.at}/json`)).status).toBe(404)
  const ellen = await signedIn(house, 'ellen')
  const seen = await (await ellen.get(made.at)).text()
  expect(seen).not.toContain('Rosa')
  expect((await ellen.post(made.at, { p0: 'keep' })).status).toBe(409)
  expect(await statusFor('amira', made.at)).toBe(404)
})

test('a name that was replaced stands in neither file, and what is masked is not shown', async () => {
  await makes(house, made, {}, 'Tiago')
  json = Buffer.from(await fileOf(made, 'json')).toString()
  const pdf = await readBack(await fileOf(made, 'pdf-1'))
  const read = [...pdf.parts.map(part => part.text), ...pdf.aside, ...pdf.outline].join('\n')
  for (const text of [json, read, JSON.stringify(pdf.info)])
    for (const gone of [/rosa/i, /silva/i, /lucia/i, /tiago/i, /900123/, /These words/])
      expect(text).not.toMatch(gone)
  for (const said of [
    'We meet at 4pm. [another child] comes too, and [a parent or carer] brings her.',
    'See you then, Sam.',
  ])
    expect(json).toContain(said)
  expect(read.replace(/\s+/g, ' ')).toContain('[another child] comes too')
  expect(pdf.untagged).toEqual([])
  expect(pdf.raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
  for (const said of [
    'Thursday club',
    'Dev Mehta',
    'Asked for by a court',
    'Its words were erased',
    'Message 3',
  ])
    expect(read).toContain(said)
})

test('the file holds: every entry in the log, messages 1 to 4 without a gap, the erased one among them', async () => {
  const check = checkExport(json, trusted())
  if (check.result !== 'holds') throw new Error(JSON.stringify(check))
  file = check.file
  expect(check.log.witnesses).toHaveLength(1)
  expect(file.body.conversations).toEqual([
    { id: conversation, about: 'Thursday club', messages: 4, last: 4, unnumbered: 0 },
  ])
  const sent = file.body.entries.filter(({ leaf }) => leaf.event === 'message.sent')
  expect(sent.map(one => one.withheld)).toEqual(['names', 'details', 'erased', undefined])
  const events = new Set(file.body.entries.map(({ leaf }) => leaf.event))
  for (const event of [
    'conversation.opened',
    'participant.added',
    'message.marked',
    'record.erased',
    'export.asked',
  ])
    expect([...events]).toContain(event)
})

test('every entry of the record that concerns the conversation is in it', async () => {
  const { rows } = await house.database.asOwner(
    `select e.id, e.event from entry e join entry_sequenced s on s.entry_id = e.id
     where s.position < $1 and (e.leaf like $2 or e.content like $2 or e.about_id in (select id from message where conversation_id = $3))`,
    [file.body.covers.size, `%${conversation}%`, conversation],
  )
  const there = new Set(file.body.entries.map(({ leaf }) => leaf.id))
  const missing = rows.filter(({ id }) => !there.has(id)).map(({ event }) => event)
  expect(rows.length).toBeGreaterThan(10)
  expect(missing).toEqual([])
})

/** The file again, as somebody who changes it would write it. */
const again = (body: Partial<ExportFile['body']>, more: Partial<ExportFile> = {}): string =>
  exportJson({ ...file, ...more, body: { ...file.body, ...body } })
const whyNot = (text: string): string => {
  const check = checkExport(text, trusted())
  return check.result === 'does-not-hold' ? check.why : check.result
}

test('a byte that is altered, a message that is left out and two that are swapped are each found, and named', () => {
  const { entries, conversations } = file.body
  const { proofs } = file
  const at = entries.findIndex(({ leaf }) => leaf.event === 'message.sent')
  const shown = entries.findIndex(({ leaf, withheld }) => leaf.event === 'message.sent' && !withheld)
  const without = <T>(list: readonly T[]) => list.filter((_, place) => place !== at)
  expect(whyNot(again({ entries: without(entries) }, { proofs: without(proofs) }))).toBe(
    'Message 1 of “Thursday club” is missing.',
  )
  const swapped = (list: readonly unknown[]) => list.with(at, list[shown]).with(shown, list[at])
  expect(
    whyNot(
      again({ entries: swapped(entries) as typeof entries }, { proofs: swapped(proofs) as typeof proofs }),
    ),
  ).toMatch(/is not in the order of the log/)
  const words = {
    ...(entries[shown] as BodyEntry),
    content: { ...(entries[shown]?.content as object), body: 'Other' },
  }
  expect(whyNot(again({ entries: entries.with(shown, words) }))).toBe(
    'What Message 4 says is not what was recorded.',
  )
  const last = conversations.map(one => ({ ...one, messages: 3, last: 3 }))
  const fewer = entries.filter((_, place) => place !== shown)
  expect(
    whyNot(
      again(
        { entries: fewer, conversations: last },
        { proofs: proofs.filter((_, place) => place !== shown) },
      ),
    ),
  ).toMatch(/^It has not as many entries/)
  // What is shown of a message whose name is replaced, and every letter else.
  expect(whyNot(json.replace('[another child] comes', '[another child] came'))).toMatch(/not as it was made/)
  expect(whyNot(json.replace('Asked for by a court', 'Asked for by a king!'))).toMatch(/not as it was made/)
  expect(whyNot(` ${json}`)).toMatch(/not as it was written/)
  expect(whyNot('{}')).toMatch(/not the file of an export/)
})

test('whatever byte of the file is altered, it no longer holds', () => {
  const bytes = Buffer.from(json)
  const { length } = bytes
  for (let n = 0; n < 150; n++) {
    const copy = Buffer.from(bytes)
    const place = Math.floor((n * length) / 150) + (n % 7)
    copy[place] = (copy[place] ?? 0) === 0x61 ? 0x62 : 0x61
    if (copy.equals(bytes)) continue
    expect([place, checkExport(copy.toString(), trusted()).result]).not.toEqual([place, 'holds'])
  }
})

test('bin/export-verify says it in words, offline, with nothing but the file and the public keys', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-export-'))
  const keys = await (await new Person(house).get('/log/riverside-youth/key')).text()
  const run = async (text: string) => {
    await writeFile(join(folder, 'export.json'), text)
    await writeFile(join(folder, 'keys'), keys)
    const { stdout, status } = spawnSync(
      process.execPath,
      [resolve('dist/export-verify.js'), 'export.json', '--keys', 'keys'],
      { encoding: 'utf8', env: {}, cwd: folder },
    )
    return { stdout, status }
  }
  const good = await run(json)
  expect(good).toMatchObject({ status: 0, stdout: expect.stringMatching(/^This export holds\./) })
  for (const said of [
    /Thursday club: messages 1 to 4, without a gap\./,
    /Cosigned by .*marlow-vale-board/,
    /names of 2 people are replaced/,
  ])
    expect(good.stdout).toMatch(said)
  const bad = await run(json.replace('See you then', 'See you when'))
  expect(bad).toEqual({
    status: 1,
    stdout: 'This export does not hold.\nWhat Message 4 says is not what was recorded.\n',
  })
  await rm(folder, { recursive: true })
})

test('that it was asked for, gone through, made and fetched is on the record; those who answer for it see that, not what is in it', async () => {
  const { rows } = await house.database.asOwner(
    `select event, person_id from entry where about_id = $1 order by at, id`,
    [idOf(made.at)],
  )
  expect(rows.map(({ event }) => event)).toEqual([
    'export.asked',
    'export.chosen',
    'export.made',
    'export.taken',
    'export.taken',
  ])
  const ellen = await signedIn(house, 'ellen')
  const told = wordsOf(await (await ellen.get(made.at)).text())
  expect(told).toMatch(/Made at .*with 4 messages; the names of 2 people replaced\./)
  expect(wordsOf(await (await ellen.get('/exports')).text())).toContain('Dev Mehta asked at')
  for (const name of ['ellen', 'carys', 'amira'] as const)
    expect([name, await statusFor(name, `${made.at}/json`)]).toEqual([name, 404])
  for (const other of ['body', 'pdf-2', 'x']) expect(await statusFor('dev', `${made.at}/${other}`)).toBe(404)
})

test('what is written meanwhile is in the next export and not in this one, which still holds', async () => {
  const amira = await signedIn(house, 'amira')
  const first = await asksFor(house, 'dev', `conversation/${conversation}`, 'An enquiry')
  await says(amira, at, 'One more thing.')
  await makes(house, first)
  const check = checkExport(Buffer.from(await fileOf(first, 'json')).toString(), trusted())
  if (check.result !== 'holds') throw new Error(JSON.stringify(check))
  expect(check.file.body.conversations[0]).toMatchObject({ messages: 4, last: 4 })
  const second = await asksFor(house, 'dev', `conversation/${conversation}`, 'An enquiry')
  await makes(house, second)
  const next = checkExport(Buffer.from(await fileOf(second, 'json')).toString(), trusted())
  if (next.result !== 'holds') throw new Error(JSON.stringify(next))
  expect(next.file.body.conversations[0]).toMatchObject({ messages: 5, last: 5 })
})

test('everything about a child: conversations, calls, work and agreements; another child in it is replaced', async () => {
  const child = await asksFor(house, 'ellen', `person/${cast.jamie.id}`, 'A request for what we hold')
  const choices = Object.fromEntries([...choicesOn(child.page)].map(([name, { value }]) => [name, value]))
  expect(choices).toMatchObject({ [cast.sam.name]: 'keep', [cast.rosa.name]: 'another-child' })
  const { text, events } = await madeOf(child)
  for (const event of ['person.added', 'work.began', 'agreement.answered', 'message.sent', 'family.tied'])
    expect([...events]).toContain(event)
  expect(text).not.toMatch(/rosa|silva/i)
})

test('everything about a parent: calls with them, which are in no export of their child, and what they agreed to', async () => {
  const amira = await signedIn(house, 'amira')
  const log = '/calls/new'
  const key = hiddenOn(await (await amira.get(log)).text(), 'key')
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  await amira.go(log, {
    ...{ with: cast.sam.id, happened: 'out-spoke', day: yesterday, time: '16:15', minutes: '4' },
    ...{ about: 'He forgot his boots', agreed: 'Sam brings them, and Rosa Silva’s too.', phone: 'work' },
    ...{ ownReason: '', second: cast.farid.id, secondWas: 'told', key },
  })
  // Whoever was in a call of it asks for none of it.
  const farid = await signedIn(house, 'farid')
  const ask = `/exports/person/${cast.sam.id}`
  expect(wordsOf(await (await farid.get(ask)).text())).toContain('You cannot ask for this')
  expect((await farid.post(ask, { reason: 'I would like to' })).status).toBe(409)
  const parent = await asksFor(house, 'ellen', `person/${cast.sam.id}`, 'A request for what we hold')
  const choices = Object.fromEntries([...choicesOn(parent.page)].map(([name, { value }]) => [name, value]))
  // Their own child’s name is known to them; another child’s is not theirs to be given.
  expect(choices).toMatchObject({ [cast.jamie.name]: 'keep', [cast.rosa.name]: 'another-child' })
  const { text, body, events } = await madeOf(parent)
  expect(body).toMatchObject({ kind: 'parent', about: { name: cast.sam.name } })
  for (const event of ['call.logged', 'message.sent', 'family.tied', 'agreement.answered'])
    expect([...events]).toContain(event)
  expect(text).toContain('Sam brings them, and [another child]')
  expect(text).not.toMatch(/rosa|silva/i)
  const child = await asksFor(house, 'ellen', `person/${cast.jamie.id}`, 'The same, of the child')
  await makes(house, child)
  expect(Buffer.from(await fileOf(child, 'json')).toString()).not.toContain('forgot his boots')
})

test('an export about a child says which conversations concern the child and are not in it, and how to get them', async () => {
  const [amira, carys, farid] = [
    await signedIn(house, 'amira'),
    await signedIn(house, 'carys'),
    await signedIn(house, 'farid'),
  ]
  const parents = await amira.go('/conversations/new', {
    ...{ whom: `parents:${cast.jamie.id}`, subject: 'Collecting, not with Lucia' },
  })
  await carys.go(`/people/${cast.farid.id}/work`, { child: cast.rosa.id, purpose: 'Strings' })
  const others = await farid.go('/conversations/new', {
    ...{ whom: `parents:${cast.rosa.id}`, subject: 'Other strings' },
  })
  await says(farid, others, 'She sits by Jamie Taylor, who is louder.')
  const child = await asksFor(house, 'ellen', `person/${cast.jamie.id}`, 'A request for what we hold')
  await makes(house, child)
  const page = await (await child.who.get(child.at)).text()
  for (const at of [parents, others]) expect(page).toContain(`href="/exports/conversation/${idOf(at)}"`)
  expect(page).toContain(`href="/exports/person/${cast.sam.id}"`)
  expect(page).not.toContain(`href="/exports/conversation/${conversation}"`)
  const text = Buffer.from(await fileOf(child, 'json')).toString()
  if (checkExport(text, trusted()).result !== 'holds') throw new Error('it does not hold')
  const left: string[] = JSON.parse(text).body.leftOut
  expect(left.some(one => one.includes(idOf(parents)))).toBe(true)
  expect(left).toContain(
    'Telephone calls with Sam Taylor: they are in an export of everything about Sam Taylor, which is asked for by itself.',
  )
  // What these are about is not for whoever is given this one; of another family's it says that it is there, and no more.
  expect(left.join()).toContain('One conversation of others')
  for (const not of ['Collecting', 'Other strings', idOf(others), 'Lucia']) expect(text).not.toContain(not)
})

test('a worry about it is in what a designated person takes away, and in nothing that a manager does', async () => {
  const { rows } = await house.database.asOwner(`select id from message where body like 'See you then%'`)
  const path = `/family/${conversation}/messages/${rows[0].id}/worried`
  const key = hiddenOn(await (await sam.get(path)).text(), 'key')
  await sam.go(path, { words: 'This felt odd to me. Ring 07700 900124.', key })
  const eventsFor = async (name: CastName) => {
    const { text, events } = await madeOf(await asksFor(house, name, `conversation/${conversation}`))
    return { text, events: [...events] }
  }
  const [ellens, devs] = [await eventsFor('ellen'), await eventsFor('dev')]
  expect(ellens.events).toContain('worry.raised')
  expect(ellens.text).toContain('This felt odd to me.')
  // What a family gives of its own is masked there as it is in messages.
  expect(ellens.text).not.toContain('900124')
  expect(devs.events.filter(event => event.startsWith('worry.'))).toEqual([])
  expect(devs.text).not.toContain('This felt odd')
})

test('what was told of a parent in confidence, and what the staff wrote among themselves, is in no export about them', async () => {
  const parent = await asksFor(house, 'ellen', `person/${cast.sam.id}`, 'They ask what we hold')
  const { text, body, events } = await madeOf(parent)
  expect(
    [...events].filter(one =>
      /^(worry|review|approach|kept-words|waiting-message)\.|mark|looked-at/.test(one),
    ),
  ).toEqual([])
  expect(text).not.toContain('felt odd')
  expect(body.leftOut.filter(one => /whole name/.test(one))).toEqual([])
  expect(body.leftOut.some(one => /in confidence/.test(one))).toBe(true)
})

test('with more people than go on a page the page stays small, and the families that are not on it are replaced', async () => {
  const name = (n: number) => `Child${letters(n)} Other${letters(n)}`
  const letters = (n: number) => String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26))
  const all = Array.from({ length: 130 }, (_, n) => name(n))
  await house.database.asOwner(
    `insert into person (agency_id, id, kind, name, joined_at, entry_id)
     select p.agency_id, gen_random_uuid(), 'child', n, now(), p.entry_id from person p, unnest($1::text[]) n where p.id = $2`,
    [all, cast.rosa.id],
  )
  const amira = await signedIn(house, 'amira')
  await says(amira, at, `On the list: ${all.join(', ')}.`)
  const asked = await asksFor(house, 'dev', `conversation/${conversation}`)
  expect(asked.page.length).toBeLessThan(100_000)
  expect(choicesOn(asked.page).size).toBe(100)
  await makes(house, asked)
  const text = Buffer.from(await fileOf(asked, 'json')).toString()
  expect(all.filter(one => one.split(' ').some(word => text.includes(word)))).toEqual([])
  await house.database.asOwner(`delete from person where name like 'Child__ Other__'`)
})

test('the files are deleted when their time is over, and so is whom they name', async () => {
  await house.database.asOwner(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), now())`,
    [`export-expiry:${idOf(made.at)}`],
  )
  const gone = async () =>
    wordsOf(await (await made.who.get(made.at)).text()).includes('have been deleted here')
  await vi.waitUntil(gone, { timeout: 20_000, interval: 100 })
  expect((await made.who.get(`${made.at}/json`)).status).toBe(404)
  const { rows } = await house.database.asOwner(
    `select p.named, count(f.name)::int as files from export_progress p left join export_file f using (agency_id, export_id)
     where p.export_id = $1 group by p.named`,
    [idOf(made.at)],
  )
  expect(rows).toEqual([{ named: null, files: 0 }])
})
