import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { readBack } from '../../../tests/setup/pdf.ts'
import { Person, signedIn, wordsOf } from '../../../tests/setup/person.ts'
import { publish } from '../../../tests/setup/publish.ts'
import { signs } from '../../../tests/setup/sign.ts'
import { acceptableUse } from '../../demo/index.ts'
import { readDocument } from '../../kit/documents/read/index.ts'
import { madeOnce } from './made-once.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  expect((await house.verify()).problems).toEqual([])
  await house.close()
})

const at = `/policies/${acceptableUse.riverside}`
const file = async (who: Person, path: string) => {
  const answer = await who.get(`${at}/versions/${path}`)
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
const text = '# Phones\n\nUse the team phone: <b>ours</b>.\n\n- Ask first\n- Write it down 漢\n\nاتصل بنا'

test('everybody on the staff takes a version away as a PDF, in Word, as a web page and as plain text', async () => {
  const ben = await signedIn(house, 'ben')
  await publish(house, at, { text, note: 'Phones', again: true })
  // Whoever has not signed yet may read it on paper first.
  const page = wordsOf(await (await ben.get(`${at}/versions/2`)).text())
  expect(page).toMatch(/Download version 2: .*PDF ?, .*Word ?, .*web page ?, .*plain text/)
  await signs(ben, at)
  expect(await (await ben.get(at)).text()).toContain(`${at}/versions/2/pdf`)

  const types = {
    pdf: 'application/pdf',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    html: 'text/html; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
  }
  for (const [form, type] of Object.entries(types)) {
    const { answer, bytes } = await file(ben, `2/${form}`)
    expect([form, answer.status, answer.headers.get('content-type')]).toEqual([form, 200, type])
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(
        `^attachment; filename="acceptable-use-policy-version-2\\.${form}"; filename\\*=UTF-8''Acceptable`,
      ),
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const read = await readDocument(bytes, `policy.${form}`)
    if ('refused' in read) throw new Error(read.refused)
    for (const said of [
      'Phones',
      'Use the team phone: <b>ours</b>.',
      '- Ask first\n- Write it down',
      'Riverside Youth',
    ])
      expect([form, read.text]).toEqual([form, expect.stringContaining(said)])
    // The fingerprint is the text's own, which every receipt names.
    expect(read.text.replace(/\s/g, '')).toContain(createHash('sha256').update(text).digest('hex'))
  }
})

test('the PDF says how the version stands on the day it was made, and which letters it cannot show', async () => {
  const ben = await signedIn(house, 'ben')
  const [first, second] = [
    await readBack((await file(ben, '1/pdf')).bytes),
    await readBack((await file(ben, '2/pdf')).bytes),
  ]
  expect(first.parts.map(part => part.text)).toContainEqual(
    expect.stringMatching(/^Not in force: version 2 took its place on \d/),
  )
  expect(second.parts.map(part => part.text)).toContainEqual(expect.stringMatching(/^In force on \d/))
  expect(second.parts.map(part => part.text).join(' ')).toMatch(
    /letters that its typefaces do not have.*Text that runs from right to left is read aloud/,
  )
  expect(second.info).toMatchObject({ Author: 'Riverside Youth Club', Language: 'en-GB' })
  expect(second.raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
})

test('nobody else has them, and no other form or version is there', async () => {
  const [ben, helen] = [await signedIn(house, 'ben'), await signedIn(house, 'helen')]
  for (const path of ['2/exe', '2/toString', '3/pdf', '0/pdf', '02/pdf', '2/PDF'])
    expect([path, (await file(ben, path)).answer.status]).toEqual([path, 404])
  for (const who of [helen, new Person(house)]) expect((await file(who, '1/pdf')).answer.status).not.toBe(200)
})

test('a file is made once for all who ask at once, and the oldest go when there are too many', async () => {
  const once = madeOnce(25)
  let made = 0
  const make = async () => {
    made++
    return new Uint8Array(10)
  }
  await Promise.all([once.get('a', make), once.get('a', make)])
  expect(made).toBe(1)
  for (const key of ['b', 'a', 'c']) await once.get(key, make)
  await once.get('a', make)
  expect(made).toBe(3)
  await once.get('b', make)
  expect(made).toBe(4)
  await expect(once.get('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await once.get('d', make)
  expect(made).toBe(5)
})
