import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf, cast } from '../../src/demo/index.ts'
import { personTo } from '../../src/people/access.ts'
import { acceptInvitation, answersFor } from '../../src/people/index.ts'
import { changeManager } from '../../src/people/person/change-manager.ts'
import { read, write } from '../../src/records/index.ts'
import { allWhomNow } from '../../src/whom-now.ts'
import { openHouse, type TestHouse } from '../setup/house.ts'
import { signedIn, wordsOf } from '../setup/person.ts'
import { withApp } from '../setup/sign-in.ts'

// Somebody who keeps what they were given after it was taken away, or makes their way in last.

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
  expect(house.faults).toEqual([])
  await house.close()
})

test('a manager whose role has ended answers for nobody: no children, no families, no second adult', async () => {
  const [grace, carys, amira] = [
    await signedIn(house, 'grace'),
    await signedIn(house, 'carys'),
    await signedIn(house, 'amira'),
  ]
  const behind = [`/people/${cast.amira.id}/work`, `/people/${cast.jamie.id}`]
  for (const path of behind) expect([path, (await carys.get(path)).status]).toEqual([path, 200])
  const roles = `/people/${cast.carys.id}/roles`
  await grace.go(roles, { role: 'volunteer', change: 'give' })
  await grace.go(roles, { role: 'manager', change: 'end' })
  for (const path of behind) expect([path, (await carys.get(path)).status]).toEqual([path, 404])
  const at = await amira.go('/conversations/new', { whom: `child:${cast.jamie.id}`, subject: 'Thursday' })
  const page = wordsOf(await (await amira.get(at)).text())
  expect(page).toContain('Ellen Fraser (second adult)')
  expect(page).not.toContain('Carys Powell')
  // What is overdue is told to whoever is above them now.
  const above = await read(house.house.ground, actorOf('grace'), reader => answersFor(reader, cast.amira.id))
  expect(above).toBe(cast.dev.id)
})

test('a session that was left open for an hour sets up no second step of a stranger’s', async () => {
  const { person } = await withApp(house, 'ben')
  const login = `(select login_id from person where id = '${cast.ben.id}')`
  // As when they have a passkey and no app.
  await house.database.asOwner(`update auth."twoFactor" set verified = false where "userId" = ${login}`)
  await house.database.asOwner(
    `insert into auth.passkey (id, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
     values ('bens', 'x', ${login}, 'x', 0, 'singleDevice', false)`,
  )
  expect(await (await person.get('/sign-in/set-up')).text()).toContain('name="secret"')
  await house.database.asOwner(
    `update auth.session set "createdAt" = now() - interval '61 minutes' where "userId" = ${login}`,
  )
  const late = await person.get('/sign-in/set-up')
  const page = await late.text()
  expect([late.status, page.includes('name="secret"')]).toEqual([403, false])
  expect(wordsOf(page)).toContain('sign in again')
  expect((await person.post('/sign-in/set-up', { code: '000000', next: '/' })).status).toBe(403)
})

test('somebody who joins while their manager is changed leaves a record that holds', async () => {
  const grace = await signedIn(house, 'grace')
  const email = 'kit.newcomer@riverside-youth.example'
  await grace.go('/people/invite', { name: 'Kit Newcomer', email, role: 'worker', manager: cast.dev.id })
  const { rows } = await house.database.asOwner('select id from person where email = $1', [email])
  const id = rows[0]?.id
  const { ground } = house.house
  let changed = () => {}
  const isChanged = new Promise<void>(resolve => {
    changed = resolve
  })
  const changing = write(ground, actorOf('grace'), async writer => {
    const found = await personTo(writer, id, 'change-manager')
    if (!found) throw new Error('may not')
    const done = await changeManager(writer, found, cast.carys.id, allWhomNow)
    changed()
    await new Promise(resolve => setTimeout(resolve, 400))
    return done
  })
  await isChanged
  const kit = { ...actorOf('amira'), personId: id, name: 'Kit Newcomer' }
  await Promise.all([changing, write(ground, kit, writer => acceptInvitation(writer, { loginId: 'kits' }))])
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
})

test('nothing that one person asks for keeps a connection from the others for ever', async () => {
  const { rows } = await house.house.ground.pool.query(
    `select current_setting('statement_timeout') as longest`,
  )
  expect(rows[0]?.longest).toBe('30s')
})
