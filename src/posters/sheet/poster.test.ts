import sharp from 'sharp'
import { getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { codeOn } from '../../../tests/setup/code-on.ts'
import { ourselves } from '../../demo/ourselves.ts'
import { newId } from '../../kit/ids.ts'
import { fontFiles } from '../../kit/typst/fonts.ts'
import { pictures, typeset } from '../../kit/typst/index.ts'
import type { OrganisationFacts } from '../../people/index.ts'
import { readLogo } from '../../people/organisation/read-logo.ts'
import { contents } from '../content/index.ts'
import { leastPoints, ownLeastPoints, type PosterId, posterIds, type Size, sizeIds } from '../rules.ts'
import { asItIs, hasPoints, type Wording, worded } from '../wording.ts'
import { wordsOf } from '../words.ts'
import { fits } from './fits.ts'
import { type Poster, sheetOf } from './lay-out.ts'

const address = 'https://lanyard.riverside-youth.example/posters/printed/8kQ2vXw0cN5mZrT1yB7uLd'
const policy = { title: 'Acceptable use policy', number: 2, since: new Date('2026-11-25T12:00:00Z') }
const facts: OrganisationFacts = {
  name: 'Riverside Youth Club',
  phone: '020 7946 0200',
  email: 'office@riverside-youth.example',
  web: null,
  hours: undefined,
  outOfHours: '020 7946 0999',
  designated: [
    { id: newId(), name: 'Ellen Fraser', role: 'designated-person', ...ourselves.contacts.ellen },
    { id: newId(), name: 'Farid Aziz', role: 'deputy-designated-person', ...ourselves.contacts.farid },
  ],
  lado: ourselves.lado,
  police: '101',
  outside: { lado: 'one-working-day', children: null },
  equipment: ourselves.equipment,
  colour: ourselves.colour,
  logo: { id: newId(), hash: 'a hash', width: 640, height: 640 },
}
let logo: Uint8Array
beforeAll(async () => {
  const read = await readLogo(await sharp(Buffer.from(ourselves.logo)).png().toBuffer())
  if (typeof read === 'string') throw new Error(read)
  logo = read.png
})

const poster = (
  id: PosterId,
  size: Size,
  about: { facts?: OrganisationFacts; wording?: Wording } = {},
): Poster => {
  const given = about.facts ?? facts
  const content = worded(contents[id](given), about.wording ?? asItIs)
  return { words: wordsOf({ poster: id, content, facts: given, policy }), size, address, logo }
}
const each = posterIds.flatMap(id => sizeIds.map(size => [id, size] as const))

/** Every run of words on the pages, with the size it is set in, in points. */
async function runsOf(pdf: Uint8Array) {
  const document = await getDocumentProxy(pdf.slice())
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  const [, , width, height] = page.view
  const runs = items.flatMap(item =>
    'str' in item && item.str.trim()
      ? [
          {
            text: item.str,
            points: Math.hypot(item.transform[2], item.transform[3]),
            x: item.transform[4],
            width: item.width,
          },
        ]
      : [],
  )
  return { pages: document.numPages, width, height, runs, info: (await document.getMetadata()).info }
}
const squash = (text: string) => text.replace(/[\s\u200b\u00a0]+/g, '')

test.each(each)(
  'the poster %s on %s fits on one page, portrait, and no letter is too small for two metres',
  async (id, size) => {
    const made = await runsOf(await typeset(sheetOf(poster(id, size))))
    expect(made.pages).toBe(1)
    const [width, height] = size === 'a4' ? [595.3, 841.9] : [841.9, 1190.6]
    expect(made.width).toBeCloseTo(width, 0)
    expect(made.height).toBeCloseTo(height, 0)
    const least = Math.min(...made.runs.map(run => run.points))
    expect(least).toBeGreaterThanOrEqual(leastPoints[size] - 0.05)
    // The headline, and 999, are far larger.
    const largest = Math.max(...made.runs.map(run => run.points))
    expect(largest).toBeGreaterThan(leastPoints[size] * 3)
    for (const run of made.runs) expect(run.x + run.width, run.text).toBeLessThanOrEqual(width)
  },
)

test.each(each)(
  'the code on the poster %s on %s is read off its picture, and opens its page',
  async (id, size) => {
    const [svg = '', ...more] = await pictures(sheetOf(poster(id, size)))
    expect(more).toEqual([])
    expect(await codeOn(svg)).toBe(address)
  },
)

test.each(posterIds)(
  '999 is on the poster %s, and the file says what it is: PDF/UA-1, tagged, its title, English',
  async id => {
    const pdf = await typeset(sheetOf(poster(id, 'a4')))
    const raw = Buffer.from(pdf).toString('latin1')
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toContain('/Lang (en-GB)')
    expect(raw).toMatch(/\/Marked true/)
    const { runs, info } = await runsOf(pdf)
    expect(info).toMatchObject({ Title: contents[id](facts).title, Author: facts.name })
    const words = squash(runs.map(run => run.text).join(' '))
    expect(words).toContain(squash('in danger now, call'))
    expect(words).toContain('999')
    // No address of 2015 that has moved, and no hours of anybody's.
    expect(words).not.toMatch(/ceop\.uk|iwf\.org(?!\.uk)|ceop\.gov\.uk|thinkuknow|24hours|9am|Mon/i)
  },
)

/** How light, 0 to 1, a grey is to the eye (WCAG 2.2). */
const luminance = (grey: number): number => {
  const part = grey / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

test.each(posterIds)(
  'in greyscale the poster %s has nothing between: what is drawn stands out 4.5 to 1',
  async id => {
    // Without the logo, which is the organisation's own picture.
    const [svg = ''] = await pictures(sheetOf({ ...poster(id, 'a4'), logo: undefined }))
    const { data, info } = await sharp(Buffer.from(svg), { density: 144 })
      .flatten({ background: '#fff' })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    // Every run of dots of one grey that is wide enough to be a stroke of a letter or a ground, below the strap.
    const from = Math.ceil(info.height * 0.05)
    const greys = new Map<number, number>()
    for (let y = from; y < info.height; y++)
      for (let x = 2; x < info.width - 2; x++) {
        const at = (y * info.width + x) * info.channels
        const one = data[at] ?? 0
        const flat = [-2, -1, 1, 2].every(by => data[at + by * info.channels] === one)
        if (flat) greys.set(one, (greys.get(one) ?? 0) + 1)
      }
    const total = info.width * info.height
    const drawn = [...greys].filter(([, count]) => count > total * 0.0004).map(([grey]) => luminance(grey))
    const light = Math.max(...drawn)
    expect(light).toBeCloseTo(1, 2)
    const middle = drawn.filter(one => one < 0.97 && (light + 0.05) / (one + 0.05) < 4.5)
    // The clip of the badge is steel, and says nothing.
    expect(middle.length).toBeLessThanOrEqual(1)
    expect(Math.min(...drawn)).toBeLessThan(0.02)
  },
)

/** How high a capital of this size is at two metres, in minutes of arc. */
const capital = 0.668
const minutesOfArc = (points: number): number =>
  (Math.atan((points * capital * 25.4) / 72 / 2000) * 180 * 60) / Math.PI

/** How high a typeface says that its capitals are, as a share of its size: head and OS/2 of the file. */
function capitalOf(font: Buffer): number {
  const table = (tag: string): number => font.readUInt32BE(font.indexOf(tag, 12, 'latin1') + 8)
  return font.readInt16BE(table('OS/2') + 88) / font.readUInt16BE(table('head') + 18)
}

test('a capital is as high at two metres as is said of it', () => {
  const atkinson = fontFiles().slice(0, 2)
  expect(atkinson.map(capitalOf)).toEqual([capital, capital])
  const inMinutes = (points: Readonly<Record<Size, number>>) =>
    sizeIds.map(size => Number(minutesOfArc(points[size]).toFixed(1)))
  expect(inMinutes(leastPoints)).toEqual([7.5, 10.7])
  expect(inMinutes(ownLeastPoints)).toEqual([8.7, 12.4])
})

test.each(each)(
  'every point of our own wording of the poster %s on %s is set as large as is said',
  async (id, size) => {
    const { runs } = await runsOf(await typeset(sheetOf(poster(id, size))))
    for (const group of contents[id](facts).groups.filter(hasPoints))
      for (const { says } of group.points) {
        const found = runs.filter(
          ({ text }) => squash(text).length > 5 && squash(says).includes(squash(text)),
        )
        expect(found, says).not.toEqual([])
        expect(Math.min(...found.map(({ points }) => points)), says).toBeGreaterThan(
          ownLeastPoints[size] - 0.05,
        )
      }
  },
)

test('text from right to left stands at the right, in its own typeface, and 999 stays as it is', async () => {
  const wording: Wording = {
    title: 'العمل للعمل فقط',
    groups: { 'do-not': ['لا تستخدم هاتفك الشخصي مع الأطفال أو ذويهم.'] },
  }
  const pdf = await typeset(sheetOf(poster('phones', 'a4', { wording })))
  const { runs } = await runsOf(pdf)
  const arabic = runs.filter(run => /\p{Script=Arabic}/u.test(run.text))
  expect(Math.max(...arabic.map(run => run.x + run.width))).toBeGreaterThan(500)
  expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (ar)')
  expect(runs.some(run => run.text.includes('999'))).toBe(true)
})

test('names of 4,000 letters are cut or refused, never half off the page, and hostile ones are only words', async () => {
  const long = 'Association of '.repeat(270)
  const unbroken = 'x'.repeat(4000)
  const hostile = '#panic("no") $x$ *bold* <script>alert(1)</script> \u202Eevil'
  const refused: string[] = []
  for (const [kind, name] of Object.entries({ long, unbroken, hostile })) {
    const given = {
      ...facts,
      name,
      designated: facts.designated.map(one => ({ ...one, name })),
      lado: { name, phone: '020 7946 0550', email: null },
      equipment: { where: name, who: name },
    }
    for (const id of ['images', 'worried', 'worried-child', 'who-to-tell'] as const) {
      const made = poster(id, 'a4', { facts: given })
      if (!(await fits(made.words, made.logo))) {
        refused.push(`${kind} on ${id}`)
        continue
      }
      const { pages, runs, width = 0 } = await runsOf(await typeset(sheetOf(made)))
      expect(pages).toBe(1)
      for (const run of runs) expect(run.x + run.width, run.text).toBeLessThanOrEqual(width + 0.5)
    }
    expect(
      await fits(poster('social-networking', 'a4', { facts: { ...facts, name } }).words, undefined),
    ).toBe(true)
  }
  // One endless word cannot be cut between words; and the fullest poster has no room for a long place and keeper of equipment.
  expect(refused).toEqual([
    'long on images',
    'unbroken on images',
    'unbroken on worried',
    'unbroken on worried-child',
    'unbroken on who-to-tell',
    'hostile on images',
  ])
})

test('more words than fit at a size that can be read are refused', async () => {
  const points = Array.from({ length: 8 }, (_, at) => `${at} ${'words and more words '.repeat(9)}`)
  expect(
    await fits(
      poster('email', 'a4', { wording: { title: null, groups: { 'do-not': points } } }).words,
      undefined,
    ),
  ).toBe(false)
  expect(await fits(poster('email', 'a4').words, undefined)).toBe(true)
})
