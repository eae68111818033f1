import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../tests/setup/house.ts'
import { hiddenOn, type Person, signedIn, wordsOf } from '../../tests/setup/person.ts'
import { acceptableUse } from '../demo/index.ts'

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
const htmlOf = async (who: Person, path: string) => (await who.get(path)).text()
const pageOf = async (who: Person, path: string) => wordsOf(await htmlOf(who, path))
const upload = (who: Person, content: BlobPart, name: string) =>
  who.upload(`${at}/draft/upload`, 'file', new File([content], name))
const typedOn = (html: string) => /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? ''

test('an uploaded document is shown as it was understood, and becomes the draft only when it is saved', async () => {
  const grace = await signedIn(house, 'grace')
  expect(await grace.go(`${at}/draft`, { begin: 'file' })).toBe(`${at}/draft/upload`)
  const word = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Phones', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('Use the team phone. Never write <b>HTML</b>.'),
          new Paragraph({ text: 'Pictures', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('تحدث مع مديرك أولا.'),
        ],
      },
    ],
  })
  const answer = await upload(grace, new Uint8Array(await Packer.toBuffer(word)), 'policy.docx')
  const html = await answer.text()
  expect([answer.status, wordsOf(html)]).toEqual([
    200,
    expect.stringContaining('This is not in the draft yet'),
  ])
  expect(await pageOf(grace, `${at}/draft/whole`)).toContain('Nothing is written yet')
  const text = typedOn(html).replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  await grace.go(`${at}/draft/write`, { from: hiddenOn(html, 'from'), text })
  const whole = await htmlOf(grace, `${at}/draft/whole`)
  expect(whole).toContain('Never write &lt;b>HTML&lt;/b>.')
  expect(whole).toContain('تحدث مع مديرك أولا.')
  expect(wordsOf(whole).indexOf('Phones')).toBeLessThan(wordsOf(whole).indexOf('Pictures'))
  expect(await pageOf(grace, `${at}/draft`)).toContain('Its parts (2)')
  // Words of their own are to be checked by a person, every one of them.
  expect(await pageOf(grace, `${at}/draft/guidance`)).toContain('a person has to')
})

test('a file that is no document, a picture, a bomb’s beginning and nothing at all are refused in words, and the draft stays', async () => {
  const grace = await signedIn(house, 'grace')
  const before = await pageOf(grace, `${at}/draft/whole`)
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const cut = Buffer.from('504b0304140000000800', 'hex')
  for (const [content, name] of [
    [new Uint8Array(0), 'empty.docx'],
    [new Uint8Array(png), 'scan.png'],
    [new Uint8Array(cut), 'policy.docx'],
    ['%PDF-1.7\n', 'policy.pdf'],
  ] as const) {
    const answer = await upload(grace, content, name)
    expect([name, answer.status, wordsOf(await answer.text())]).toEqual([
      name,
      422,
      expect.stringContaining('There is a problem'),
    ])
  }
  const long = await upload(grace, 'Keep children safe. '.repeat(11_000), 'policy.txt')
  expect([long.status, wordsOf(await long.text())]).toEqual([
    422,
    expect.stringContaining('A policy may have 200,000 characters'),
  ])
  expect(await pageOf(grace, `${at}/draft/whole`)).toBe(before)
})

test('text pasted from Word comes out tidy; more than fits is refused with what was typed', async () => {
  const grace = await signedIn(house, 'grace')
  const write = `${at}/draft/write`
  const from = async () => hiddenOn(await htmlOf(grace, write), 'from')
  await grace.go(write, {
    from: await from(),
    text: '# Phones\r\n\r\n•\u00a0Use the team\u00ad phone.\r\n•\u00a0Ask \u0000first.\ud800',
  })
  expect(typedOn(await htmlOf(grace, write))).toBe('# Phones\n\n- Use the team phone.\n- Ask first.\ufffd')
  const answer = await grace.post(write, { from: await from(), text: 'x'.repeat(200_001) })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(wordsOf(page)).toContain('The policy must be 200,000 characters or fewer. You typed 200,001')
  expect(typedOn(page)).toHaveLength(200_001)
})
