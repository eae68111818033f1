import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptableUse, agencies } from '../../src/demo/index.ts'
import { newId } from '../../src/kit/ids.ts'
import { Refused } from '../../src/kit/proof.ts'
import { addPerson } from '../../src/people/index.ts'
import { policyToSign, signPolicy } from '../../src/policies/index.ts'
import { type PersonActor, type PersonId, system, write } from '../../src/records/index.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { publishByVerbs } from '../setup/publish.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('fifty people sign while a new version is published: none is lost, none is bound to a text it was not of', async () => {
  const { ground } = house.house
  const agencyId = agencies.riverside.id
  const people = Array.from({ length: 50 }, (_, at) => ({
    id: newId<'person'>() as PersonId,
    name: `Signer ${at + 1}`,
  }))
  for (const { id, name } of people) {
    await write(ground, system(agencyId), writer =>
      addPerson(writer, { id, kind: 'staff', name, roles: ['volunteer'] }),
    )
  }
  const actor = (id: PersonId, name: string): PersonActor => ({
    kind: 'staff',
    agencyId,
    personId: id,
    name,
    place: '',
    roles: ['volunteer'],
  })
  const policy = acceptableUse.riverside
  const signings = people.map(async ({ id, name }, at) => {
    await new Promise(resolve => setTimeout(resolve, (at % 10) * 4))
    const result = await write(ground, actor(id, name), async writer => {
      const found = await policyToSign(writer, policy)
      if (!found) throw new Error('no policy')
      return signPolicy(writer, found, found.version.id)
    })
    return { id, result }
  })
  const publishing = async () => {
    for (const at of ['one', 'another']) await publishByVerbs(ground, policy, `The text of ${at}`)
  }
  const [done] = await Promise.all([Promise.all(signings), publishing()])

  const owner = new pg.Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query(
    `select s.person_id, s.text_hash = v.text_hash and v.text_hash = sha256(convert_to(v.text, 'UTF8')) as bound,
       s.signed_at <= coalesce((select min(n.published_at) from policy_version n where n.policy_id = v.policy_id and n.number > v.number), 'infinity') as in_time,
       e.leaf::json -> 'about' -> 3 ->> 'id' = encode(v.text_hash, 'hex') as in_leaf
     from signature s join policy_version v on v.agency_id = s.agency_id and v.id = s.version_id
     join entry e on e.agency_id = s.agency_id and e.id = s.entry_id where s.policy_id = $1`,
    [policy],
  )
  await owner.end()
  const told = done.filter(({ result }) => !(result instanceof Refused)).map(({ id }) => id)
  expect(told.length).toBeGreaterThan(0)
  for (const id of told)
    expect(rows.filter(row => row.person_id === id)).toEqual([
      expect.objectContaining({ bound: true, in_leaf: true }),
    ])
  for (const { id, result } of done) {
    if (result instanceof Refused) expect(rows.filter(row => row.person_id === id)).toEqual([])
  }
  expect((await house.verify()).problems).toEqual([])
})
