import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleBlanks, freshMadeOf } from '../../src/clauses/index.ts'
import { acceptableUse, actorOf, agencies, cast } from '../../src/demo/index.ts'
import { dayAt } from '../../src/guidance/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { Refused } from '../../src/kit/proof.ts'
import { addPerson } from '../../src/people/index.ts'
import {
  answerSheet,
  codeOf,
  passCheck,
  policyToRecord,
  policyToSign,
  questionsOf,
  recordSheet,
  sheetToSee,
  signPolicy,
} from '../../src/policies/index.ts'
import { type PersonActor, type PersonId, system, type Writer, write } from '../../src/records/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { publishByVerbs } from '../setup/publish.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const policy = acceptableUse.riverside
const agencyId = agencies.riverside.id
const ground = () => house.house.ground

interface Signer {
  readonly id: PersonId
  readonly actor: PersonActor
}

async function signers(count: number): Promise<readonly Signer[]> {
  const all = Array.from({ length: count }, (_, at) => ({
    id: newId<'person'>() as PersonId,
    name: `Signer ${at + 1}`,
  }))
  for (const { id, name } of all)
    await write(ground(), system(agencyId), writer =>
      addPerson(writer, { id, kind: 'staff', name, roles: ['volunteer'], managerId: cast.carys.id }),
    )
  return all.map(({ id, name }) => ({
    id,
    actor: { kind: 'staff', agencyId, personId: id, name, place: '', roles: ['volunteer'] },
  }))
}

async function there<T>(looked: Promise<T | undefined>): Promise<T> {
  const found = await looked
  if (found === undefined) throw new Error('not there')
  return found
}
const toSign = (writer: Writer<PersonActor>) => there(policyToSign(writer, policy))

/** Reads, answers what is asked of it, and signs what was read: in three requests, as people do. */
async function onScreen({ id, actor }: Signer, answers: boolean, between: Promise<unknown>) {
  const read = await write(ground(), actor, async writer => {
    const found = await toSign(writer)
    const asked = await questionsOf(writer, found.version)
    if (!answers) return signPolicy(writer, found, found.version.id)
    return passCheck(writer, found, {
      version: found.version.id,
      answers: asked.map(({ question }) => question.answers.findIndex(({ right }) => right)),
      tries: 1,
    })
  })
  await between
  // A text that asks nothing has nothing to pass, and is signed at once.
  const versionId = read instanceof Refused ? undefined : read.version_id
  const result =
    answers && !(read instanceof Refused && read.reason === 'superseded')
      ? await write(ground(), actor, async writer => {
          const found = await toSign(writer)
          return signPolicy(writer, found, versionId ?? found.version.id)
        })
      : read
  return { id, result }
}

/** A manager records a sheet of several, and a second person confirms it a moment later. */
async function onPaper(people: readonly Signer[], between: Promise<unknown>) {
  const persons = people.map(({ id }) => id)
  const sheet = await write(ground(), actorOf('carys'), async writer => {
    const about = await there(policyToRecord(writer, policy))
    return recordSheet(writer, about, {
      code: codeOf(about.found.version),
      persons,
      signedOn: dayAt(writer.now),
      keptAt: 'The green folder',
      explained: 'Read to them.',
      asked: cast.dev.id,
    })
  })
  if (sheet instanceof Refused) return { persons, result: sheet }
  await between
  const result = await write(ground(), actorOf('dev'), async writer =>
    answerSheet(writer, await there(sheetToSee(writer, sheet.id)), { answer: 'confirmed', words: '' }),
  )
  return { persons, result }
}

test('fifty people sign while a new version is published: none is lost, none is bound to a text it was not of', async () => {
  const people = await signers(50)
  const published = Promise.withResolvers<void>()
  const screens = people.slice(0, 40).map(async (one, at) => {
    await wait(at * 30)
    // Every fifth tries to sign without answering anything; the first few are slow, and sign what they read long before.
    return onScreen(one, at % 5 !== 0, at < 4 ? published.promise : wait((at % 7) * 40))
  })
  const sheets = [40, 42, 44, 46, 48].map(async (from, at) => {
    await wait(at * 100)
    return onPaper(people.slice(from, from + 2), at < 1 ? published.promise : wait(at * 60))
  })
  const publishing = async () => {
    const { parts } = freshMadeOf('acceptable-use')
    await wait(200)
    await publishByVerbs(ground(), policy, { parts: parts.slice(0, 12), blanks: exampleBlanks() })
    published.resolve()
    await publishByVerbs(ground(), policy, 'The text of another')
  }
  const [onScreens, onPapers] = await Promise.all([Promise.all(screens), Promise.all(sheets), publishing()])

  const { rows } = await house.database.asOwner(
    `select s.person_id, s.text_hash = v.text_hash and v.text_hash = sha256(convert_to(v.text, 'UTF8')) as bound,
       e.leaf::json -> 'about' -> 3 ->> 'id' = encode(v.text_hash, 'hex') as in_leaf,
       e.event = 'policy.signed-on-paper' as paper,
       a.made_of::text like '%"clause": "%' and not exists (select from understanding u
         where u.version_id = s.version_id and u.person_id = s.person_id and u.text_hash = s.text_hash) as unasked,
       not exists (select from signing_sheet_answer w join signing_sheet h on h.id = w.sheet_id
         where s.id = any (w.signatures) and h.version_id = s.version_id and s.person_id = any (h.persons)) as sheetless
     from signature s join policy_version v on v.agency_id = s.agency_id and v.id = s.version_id
     join policy_approval a on a.version_id = v.id
     join entry e on e.agency_id = s.agency_id and e.id = s.entry_id where s.policy_id = $1`,
    [policy],
  )
  const rowsOf = (id: PersonId) => rows.filter(row => row.person_id === id)
  const reasons = (all: readonly { readonly result: unknown }[]) =>
    all.map(({ result }) => (result instanceof Refused ? result.reason : 'done'))
  console.log('on screen:', counted(reasons(onScreens)), 'on paper:', counted(reasons(onPapers)))

  for (const { id, result } of onScreens)
    expect(rowsOf(id)).toEqual(
      result instanceof Refused
        ? []
        : [expect.objectContaining({ bound: true, in_leaf: true, paper: false, unasked: false })],
    )
  for (const { persons, result } of onPapers)
    for (const id of persons)
      expect(rowsOf(id)).toEqual(
        result instanceof Refused
          ? []
          : [expect.objectContaining({ bound: true, in_leaf: true, paper: true, sheetless: false })],
      )
  // Something of each kind was done, so that what holds above is no emptiness.
  expect(reasons(onScreens)).toContain('done')
  expect(reasons(onScreens)).toContain('not-understood')
  expect(reasons(onScreens)).toContain('superseded')
  expect(reasons(onPapers)).toContain('superseded')
  expect(reasons(onPapers)).toContain('done')
  expect((await house.verify()).problems).toEqual([])
})

const counted = (words: readonly string[]) =>
  Object.fromEntries([...new Set(words)].map(word => [word, words.filter(one => one === word).length]))
