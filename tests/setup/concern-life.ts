import { agencies, type CastName, cast } from '../../src/demo/index.ts'
import { asTyped, days, later } from '../../src/kit/clock.ts'
import { newId } from '../../src/kit/ids.ts'
import { handsIn, tellsOf } from './concern.ts'
import type { TestDatabase } from './database.ts'
import { everyJobOf } from './jobs.ts'
import { type Front, hiddenOn, Person, signedIn } from './person.ts'
import { asksToTake, decides, sends } from './taken.ts'

/** Where a concern lives: at whose door, and with which way into the database. */
export interface Living {
  readonly front: Front
  readonly database: Pick<TestDatabase, 'asOwner'>
  /** A word that nobody says: it is put into everything that is written here. */
  readonly word: string
  /** The codes of what was told on paper and by a child are put here. */
  readonly codes: string[]
}

/**
 * All that may become of a concern, told by Amira of Ben: every kind of thing that is written in it, what bodies outside are
 * handed, an export that is read, sent to another organisation and accepted or refused there; one from paper, a child’s, and one
 * about a message; a search, a notice that one is late, and glass that is broken. Ellen, Dev, Farid and Kofi have keys that are
 * unlocked. Gives what was fetched of it, so that one sees that the word was there.
 */
export async function wholeLife(living: Living): Promise<{ readonly fetched: readonly string[] }> {
  const { front, word } = living
  const people = new Map<CastName, Person>()
  for (const name of ['ellen', 'dev', 'farid', 'kofi', 'amira', 'carys'] as const)
    people.set(name, await signedIn(front, name))
  const as = (name: CastName) => people.get(name) as Person
  const id = await tells(living, as('amira'), {
    ...{ words: `${word}: he drives her home.`, who: `Rosa ${word}`, adult: 'Ben Okafor', about: 'worker' },
    what_grooming: 'yes',
    web: `https://${word}.example/`,
  })
  const fetched = [await casework(living, as, id), await handedOn(living, as, id)]
  await otherWays(living, as)
  await late(living, as)
  return { fetched: fetched.flat() }
}

async function tells({ front, database }: Living, who: Person, said: Readonly<Record<string, string>>) {
  const { id } = await tellsOf({ ...front, database }, who, said)
  return id
}

type As = (name: CastName) => Person
const key = () => ({ key: newId() })

/** Everything that is written in it, and what bodies outside are handed. */
async function casework({ word }: Living, as: As, id: string): Promise<string[]> {
  const [ellen, at] = [as('ellen'), `/concerns/${id}`]
  const day = asTyped(later(new Date(), days(30))).day
  const today = asTyped(new Date())
  await ellen.get(at)
  await ellen.go(`${at}/open`, { reason: 'other', words: `${word} rang.`, ...key() })
  for (const [decision, body] of [
    ['not-referred', 'lado'],
    ['referred', 'lado'],
    ['consulted', 'ceop'],
    ['referred', 'children-services'],
  ] as const)
    await ellen.go(`${at}/decide`, {
      ...{ decision, body, why: `${word} may do it again.`, ...today, ...key() },
      reference: `${word}/77`,
    })
  await ellen.go(`${at}/link`, { part: 'child', name: cast.jamie.name })
  await ellen.go(`${at}/body`, { place: 'front-head', words: `A mark as ${word} has.`, ...key() })
  await ellen.go(`${at}/correct`, { corrects: '1', words: `No: ${word} did.`, ...key() })
  await ellen.go(`${at}/review`, { words: `${word} is safe.`, day, ...key() })
  await ellen.go(`${at}/answer`, { whose: 'plan', words: `${word} first.`, ...key() })
  const todo = { words: `Ring ${word}.`, owner: cast.ellen.id, day, ...key() }
  const page = await ellen.go(`${at}/action`, todo).then(() => ellen.get(at))
  const done = /\/concerns\/actions\/[0-9a-f-]{36}/.exec(await page.text())?.[0] ?? ''
  await ellen.go(done, { words: `${word} was not in.`, ...key() })
  const fetched: string[] = []
  for (const body of ['ceop', 'lado', 'police']) {
    const more = { reporterName: `Mrs ${word}`, organisation: `${word} club`, subjectName: `Mr ${word}` }
    const pack = await ellen.go(`${at}/packs/for/${body}`, {
      ...more,
      happened: `${word}: at night.`,
      ...key(),
    })
    const made = pack.replace(/\?.*/, '')
    fetched.push(await (await ellen.get(made)).text())
    await (await ellen.get(`${made}/file`)).arrayBuffer()
  }
  const found = await (await ellen.post('/concerns/search', { find: word })).text()
  if (!found.includes(id)) throw new Error('what was searched for was not found')
  await ellen.go(`${at}/hold`, { hold: 'stays', words: `${word} asked for it.`, ...key() })
  await ellen.go(`${at}/hold`, { hold: 'lifted', words: `${word} has it.`, ...key() })
  await ellen.go(`${at}/close`, { toward: 'close', words: `${word} knows.`, ...key() })
  await as('dev').get(at)
  await as('dev').go(`${at}/close`, { toward: 'close', words: `${word}: yes.`, ...key() })
  await ellen.go(`${at}/erase`, { said: 'data-law', words: `${word} wants it.`, ...key() })
  await as('dev').go(`${at}/erase`, { said: 'keep', words: `${word} may ask.`, ...key() })
  await ellen.go(`${at}/close`, { toward: 'open', words: `${word} again.`, ...key() })
  return [...fetched, await (await ellen.get(at)).text()]
}

/** An export of what is told of the child: read, sent, accepted, sent again and refused. */
async function handedOn({ front, database, word }: Living, as: As, id: string): Promise<string[]> {
  const [ellen, kofi] = [as('ellen'), as('kofi')]
  const fetched: string[] = []
  await handsIn({ ...front, database }, ellen, id, new File([`${word} waited.`], `${word}.txt`))
  for (const answer of ['accepted', 'refused'] as const) {
    const at = await asksToTake(ellen, cast.jamie.id, 'organisation', `${word} moves.`)
    fetched.push(await (await ellen.get(at)).text())
    await decides(ellen, at, {}, `Uncle ${word}`)
    for (const form of ['pdf', 'json']) await (await ellen.get(`${at}/${form}`)).arrayBuffer()
    const file = await sends({ database }, ellen, at, agencies.otters.id)
    await kofi.go(`/concerns/files/${file}`, { answer, why: `${word} does not come to us.` })
    if (answer === 'accepted') {
      fetched.push(await (await kofi.get(`/concerns/files/${file}`)).text())
      for (const form of ['pdf', 'json'])
        await (await kofi.get(`/concerns/files/${file}/${form}`)).arrayBuffer()
    }
  }
  return fetched
}

/** From paper, in a child’s words, and about a message. */
async function otherWays({ front, database, word, codes }: Living, as: As): Promise<void> {
  const amira = as('amira')
  const paper = '/concerns/from-paper'
  const copied = hiddenOn(await (await amira.get(paper)).text(), 'code')
  await amira.go(paper, {
    code: copied,
    ...{ writer: `${word} senior`, ...asTyped(new Date()), words: `${word} wrote it.`, about: 'unknown' },
    reach: `${word}@example.org`,
  })
  const childs = '/tell/riverside-youth/child/words'
  const child = new Person(front)
  const code = hiddenOn(await (await child.get(`${childs}?danger=no`)).text(), 'code')
  codes.push(copied, code)
  await child.go(childs, {
    code,
    danger: 'no',
    words: `${word} scares me.`,
    name: word,
    web: `${word} on a game`,
  })
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  await amira.go(`${at}/write`, { body: 'We meet at 4pm.', ...key() })
  const { rows } = await database.asOwner('select id from message order by id desc limit 1')
  const worried = `${at}/messages/${rows[0]?.id}/worried`
  const form = await (await as('carys').get(worried)).text()
  await as('carys').go(worried, { words: `Why, ${word}?`, key: hiddenOn(form, 'key') })
}

/** One that nobody looked at: Farid breaks the glass; of another that is late, the day’s work tells whoever comes next. */
async function late(living: Living, as: As): Promise<void> {
  const { front, database, word } = living
  const id = await tells(living, new Person(front), { words: `${word} cries at night.`, about: 'child' })
  await as('farid').go(`/concerns/glass/${id}`, { words: `${word} cannot wait.`, ...key() })
  const other = await tells(living, new Person(front), { words: `${word} is not there.`, about: 'child' })
  const before = `- interval '9 hours'`
  await database.asOwner(`update concern set reported_at = reported_at ${before} where id = $1`, [other])
  await database.asOwner(
    `update duty set opened_at = opened_at ${before}, due_at = due_at ${before} where about_id = $1`,
    [other],
  )
  await everyJobOf(database)
}
