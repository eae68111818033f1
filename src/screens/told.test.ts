import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { signedIn, wordsOf } from '../../tests/setup/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

test('what was done is said once, on the page that one goes on to', async () => {
  const grace = await signedIn(house, 'grace')
  const to = await grace.go('/people/invite', {
    name: 'Una <b>O’Dowd</b>',
    email: 'una.odowd@riverside-youth.example',
    role: 'worker',
    manager: 'nobody',
  })
  const html = await (await grace.get(to)).text()
  const said = wordsOf(/<div class="govuk-notification-banner[\s\S]*?<\/p>/.exec(html)?.[0] ?? '')
  expect(said).toBe(
    'Done Una &lt;b>O’Dowd&lt;/b> has been sent an invitation, to una.odowd@riverside-youth.example.',
  )
  expect(await (await grace.get(to)).text()).not.toContain('govuk-notification-banner')
})

test('a change that is refused is not said to be done', async () => {
  const grace = await signedIn(house, 'grace')
  const again = { name: 'Una', email: 'una.odowd@riverside-youth.example', role: 'worker', manager: 'nobody' }
  expect((await grace.post('/people/invite', again)).status).toBe(409)
  expect(await (await grace.get('/people')).text()).not.toContain('govuk-notification-banner')
})

test('a sentence that is no sentence harms nothing', async () => {
  const grace = await signedIn(house, 'grace')
  grace.cookies.set('lanyard.told', '%E0%A4%A')
  expect((await grace.get('/people')).status).toBe(200)
  grace.cookies.delete('lanyard.told')
})
