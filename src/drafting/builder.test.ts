import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { approve } from '../../tests/setup/publish.ts'
import { signs } from '../../tests/setup/sign.ts'
import { acceptableUse, agencies, cast, socialMedia } from '../demo/index.ts'
import { dayAt, monthsAfter } from '../guidance/index.ts'
import { days, later } from '../kit/clock.ts'
import { system, write } from '../records/index.ts'
import { publishOnTheDay } from './approving/publish-approved.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.sequence()
  expect((await house.verify()).problems).toEqual([])
  await house.close()
})

const at = `/policies/${acceptableUse.riverside}`
const social = `/policies/${socialMedia}`
const today = dayAt(new Date())
const htmlOf = async (who: Person, path: string) => (await who.get(path)).text()
const pageOf = async (who: Person, path: string) => wordsOf(await htmlOf(who, path))
const fromOn = async (who: Person, path: string) => hiddenOn(await htmlOf(who, path), 'from')
const figureOn = (page: string, word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(page)?.[1] ?? 0)
const refusal = async (who: Person, path: string, fields: Record<string, string>) => {
  const answer = await who.post(path, fields)
  return [answer.status, wordsOf(await answer.text())] as const
}

test('a number that the organisation gives of itself stands ready for a draft, and is in the text once it is saved', async () => {
  const grace = await signedIn(house, 'grace')
  const box = await htmlOf(grace, `${social}/draft/names/lado`)
  expect(box).toMatch(/name="value"[^>]*value="Priya Anand[^"]*020 7946 0550"/)
  expect(await pageOf(grace, `${social}/draft/whole`)).not.toContain('Priya Anand')
  const value = /name="value"[^>]*value="([^"]*)"/.exec(box)?.[1] ?? ''
  await grace.go(`${social}/draft/names/lado`, { was: hiddenOn(box, 'was'), value })
  expect(await pageOf(grace, `${social}/draft/whole`)).toContain('Priya Anand')
})

test('whoever goes through a draft is led from each part to the next, to the last', async () => {
  const grace = await signedIn(house, 'grace')
  const desk = await htmlOf(grace, `${social}/draft`)
  const parts = [...desk.matchAll(/href="([^"]*\/draft\/parts\/[^"/]+)"/g)].map(([, href = '']) => href)
  const nextOn = async (path: string) =>
    /href="([^"]+)"[^>]*>Next part/.exec((await htmlOf(grace, path)).replace(/\s+/g, ' '))?.[1]
  for (const [place, path] of parts.entries()) expect(await nextOn(path)).toBe(parts[place + 1])
  expect(parts.length).toBeGreaterThan(20)
})

test('an administrator builds an acceptable use policy: the names are there, one part left out is one gap, and one press fills it', async () => {
  const [grace, dev] = [await signedIn(house, 'grace'), await signedIn(house, 'dev')]
  await grace.go(`${at}/draft`, { begin: 'clauses' })
  expect(await pageOf(grace, `${at}/draft/whole`)).toContain('tell Ellen Fraser on 020 7946 0210')
  // What nobody has said of the organisation yet is asked for, one thing at a time.
  const names = await pageOf(grace, `${at}/draft/names`)
  expect(names).toContain('Not filled in')
  const next = await grace.go(`${at}/draft/names/equipment-from`, {
    was: hiddenOn(await htmlOf(grace, `${at}/draft/names/equipment-from`), 'was'),
    value: 'the cupboard by the kitchen',
  })
  expect(next).toContain('/draft/names/')
  expect(await pageOf(grace, `${at}/draft/whole`)).toContain('the cupboard by the kitchen')

  const whole = figureOn(await pageOf(grace, `${at}/draft/guidance`), 'missing')
  const out = await htmlOf(grace, `${at}/draft/parts/games/out`)
  expect(wordsOf(out)).toContain('nothing in the policy says')
  await grace.go(`${at}/draft/parts/games/out`, { from: hiddenOn(out, 'from') })
  const gap = await pageOf(grace, `${at}/draft/guidance`)
  expect(figureOn(gap, 'missing')).toBeGreaterThan(whole)
  expect(gap).toContain('Add this now: Games online')
  await grace.go(`${at}/draft/guidance`, { clause: 'games' })
  expect(figureOn(await pageOf(grace, `${at}/draft/guidance`), 'missing')).toBe(whole)
  // It stands where it stood, between its neighbours.
  const parts = await pageOf(grace, `${at}/draft`)
  expect(parts.indexOf('Your own details stay yours')).toBeLessThan(parts.indexOf('Games online'))
  expect(parts.indexOf('Games online')).toBeLessThan(parts.indexOf('When the work with somebody is over'))

  await grace.go(`${at}/draft/ask`, {
    of: cast.dev.id,
    note: 'Where phones are',
    effective: today,
    again: 'yes',
  })
  await approve(dev, at)
  expect(await pageOf(dev, `${at}/sign`)).toContain('the cupboard by the kitchen')
  await signs(dev, at)
  await signs(grace, at)
  // Everybody who reads policies sees how it stands, and so does the board, without a name.
  const amira = await signedIn(house, 'amira')
  await signs(amira, at)
  expect(await pageOf(amira, `${at}/guidance`)).toMatch(/Covered: \d\d/)
  const helen = await signedIn(house, 'helen')
  const board = await pageOf(helen, `/board/${agencies.riverside.id}`)
  expect(board).toMatch(/Acceptable use policy How it stands|Acceptable use policy \d+ covered/)
  const one = await pageOf(helen, `/board/${agencies.riverside.id}/policies/${acceptableUse.riverside}`)
  expect(one).toMatch(/Covered: \d\d/)
  for (const { name } of [cast.grace, cast.dev, cast.ellen]) expect(one).not.toContain(name)
})

test('a part that was changed is to be checked by a person, and a later change empties what they found', async () => {
  const [grace, ellen] = [await signedIn(house, 'grace'), await signedIn(house, 'ellen')]
  await signs(ellen, at)
  const part = `${social}/draft/parts/posting`
  expect(await pageOf(grace, `${social}/draft`)).toContain('Changed, to check')
  const before = figureOn(await pageOf(grace, `${social}/draft/guidance`), 'to be checked')
  expect(before).toBeGreaterThan(0)
  const found = { statement: 'all', finds: 'covers', remark: '' }
  const less = await refusal(ellen, `${part}/check`, {
    from: await fromOn(ellen, `${part}/check`),
    ...found,
    finds: 'weaker',
  })
  expect(less).toEqual([409, expect.stringContaining('say what and why')])
  // Whoever wrote it cannot find that it covers.
  const own = await refusal(grace, `${part}/check`, { from: await fromOn(grace, `${part}/check`), ...found })
  expect(own).toEqual([409, expect.stringContaining('for somebody else to find that it covers')])
  expect(figureOn(await pageOf(grace, `${social}/draft/guidance`), 'to be checked')).toBe(before)
  await ellen.go(`${part}/check`, { from: await fromOn(ellen, `${part}/check`), ...found })
  expect(figureOn(await pageOf(grace, `${social}/draft/guidance`), 'to be checked')).toBe(0)
  expect(await pageOf(grace, part)).toContain('Ellen Fraser')
  // Who checked has written nothing, and may approve.
  const html = await htmlOf(grace, `${part}/words`)
  expect(await pageOf(grace, `${social}/draft/ask`)).toContain('Ellen Fraser')
  await grace.go(`${part}/words`, {
    from: hiddenOn(html, 'from'),
    heading: 'Before you post',
    text: 'Wait a quarter of an hour.',
  })
  expect(figureOn(await pageOf(grace, `${social}/draft/guidance`), 'to be checked')).toBe(before)
})

test('two people who change the same part never lose a word; different parts do not meet', async () => {
  const [grace, dev] = [await signedIn(house, 'grace'), await signedIn(house, 'dev')]
  const part = `${social}/draft/parts/posting/words`
  const other = `${social}/draft/parts/no-friends/words`
  const [read, readToo] = [await fromOn(grace, part), await fromOn(dev, part)]
  const otherRead = await fromOn(dev, other)
  await grace.go(part, { from: read, heading: 'Before you post', text: 'Grace writes this.' })
  const late = await dev.post(part, { from: readToo, heading: 'Before you post', text: 'Dev writes that.' })
  const page = await late.text()
  expect(late.status).toBe(409)
  expect(wordsOf(page)).toContain('Grace Lin changed this while you were writing, so nothing was saved')
  expect(wordsOf(page)).toContain('Grace writes this.')
  expect(wordsOf(page)).toContain('Dev writes that.')
  await dev.go(part, {
    from: hiddenOn(page, 'from'),
    heading: 'Before you post',
    text: 'Grace and Dev write.',
  })
  expect(await pageOf(grace, `${social}/draft/whole`)).toContain('Grace and Dev write.')
  await dev.go(other, { from: otherRead, heading: 'Friends and followers', text: 'No friends.' })
  expect(await pageOf(grace, `${social}/draft/whole`)).toContain('Grace and Dev write.')

  // A part that somebody left out meanwhile still gives back what was typed in it.
  const typing = await fromOn(dev, part)
  await grace.go(`${social}/draft/parts/posting/out`, {
    from: await fromOn(grace, `${social}/draft/parts/posting/out`),
  })
  const gone = await refusal(dev, part, { from: typing, heading: 'Before you post', text: 'Dev goes on.' })
  expect(gone).toEqual([409, expect.stringMatching(/left out of the draft.*Dev goes on\./)])
  expect((await dev.get(part)).status).toBe(200)
})

test('a draft approved for a later day waits for it, can be taken back until then, and is published by the day', async () => {
  const [grace, ellen] = [await signedIn(house, 'grace'), await signedIn(house, 'ellen')]
  const soon = dayAt(later(new Date(), days(10)))
  const ask = (effective: string) =>
    refusal(grace, `${social}/draft/ask`, { of: cast.ellen.id, note: 'First version', effective })
  expect(await ask(dayAt(later(new Date(), -days(1))))).toEqual([
    409,
    expect.stringContaining('That day is gone'),
  ])
  expect(await ask(monthsAfter(today, 13))).toEqual([409, expect.stringContaining('more than a year off')])
  expect(await ask('2026-02-31')).toEqual([422, expect.stringContaining('must be a real date')])
  expect((await ask(soon))[0]).toBe(303)
  const approves = async () =>
    ellen.go(`${social}/draft/approve`, {
      from: await fromOn(ellen, `${social}/draft/approve`),
      effective: soon,
      seen: 'yes',
      name: 'yes',
    })
  expect(await approves()).toBe(`${social}/draft`)
  expect(await pageOf(grace, `${social}/draft`)).toContain('Approved, waits for its day')
  expect((await grace.get(social)).status).toBe(404)
  await grace.go(`${social}/draft/take-back`, { words: 'A word is wrong' })
  const { ground } = house.house
  const look = (ahead: number) =>
    write(
      { ...ground, clock: () => later(new Date(), days(ahead)) },
      system(agencies.riverside.id),
      publishOnTheDay,
    )
  expect(await look(11)).toBe(0)
  expect((await ask(soon))[0]).toBe(303)
  await approves()
  expect(await look(9)).toBe(0)
  expect(await look(11)).toBe(1)
  expect(await look(11)).toBe(0)
  expect(await pageOf(grace, social)).toContain('Version 1,')
  const { rows } = await house.database.asOwner(
    `select e.person_id, v.published_by from policy_version v join entry e on e.id = v.entry_id where v.policy_id = $1`,
    [socialMedia],
  )
  // The software published it; the approver answers for it.
  expect(rows).toEqual([{ person_id: null, published_by: cast.ellen.id }])
})

test('a wording that asks for more than the guidance is asked for wherever somebody asks before they act', async () => {
  const [grace, dev] = [await signedIn(house, 'grace'), await signedIn(house, 'dev')]
  await grace.go(`${social}/draft`, { begin: 'in-force' })
  const wording = `${social}/draft/parts/professional-profiles/wording`
  await grace.go(wording, { from: await fromOn(grace, wording), wording: 'not-used' })
  expect(await pageOf(grace, `${social}/draft/parts/professional-profiles`)).toContain('Stricter')
  await grace.go(`${social}/draft/ask`, { of: cast.dev.id, note: 'No profiles', effective: today })
  await approve(dev, social)
  expect(await pageOf(grace, '/rules')).toContain('Profiles for work')
})
