import { describe, expect, test } from 'vitest'
import { labelledMessages } from './index.ts'
import { readLabelled } from './labelled.ts'

describe('a line of the set is read', () => {
  test('what is marked stands where it stands in the text, in UTF-16 units', () => {
    expect(readLabelled('😀 ring [[C1:07700 900123]] or [[C3:text me]]!')).toEqual({
      text: '😀 ring 07700 900123 or text me!',
      before: [],
      spans: [
        { from: 8, to: 20, category: 'C1' },
        { from: 24, to: 31, category: 'C3' },
      ],
    })
  })
  test('what was said before stands apart, and a line without a mark has no spans', () => {
    expect(readLabelled('07700 || 900 || [[C1:836]]')).toEqual({
      text: '836',
      before: ['07700', '900'],
      spans: [{ from: 0, to: 3, category: 'C1' }],
    })
    expect(readLabelled('jo [at] work').spans).toEqual([])
  })
  test.each(['a [[C18:b]]', 'a [[C1:b]', 'a C1:b]]', '[[C1:]]', '[[C1:a]] || b', '[[x]]'])(
    'a broken mark is refused: %s',
    line => {
      expect(() => readLabelled(line)).toThrow(/mark/)
    },
  )
})

describe('the labelled set', () => {
  const found = labelledMessages.filter(({ spans }) => spans.length > 0)
  const ordinary = labelledMessages.filter(({ spans }) => spans.length === 0)

  test('has six hundred messages and more, half of them hard negatives, each said once', () => {
    expect(labelledMessages.length).toBeGreaterThanOrEqual(640)
    expect(ordinary.length).toBeGreaterThanOrEqual(found.length)
    expect(found.length).toBeGreaterThanOrEqual(320)
    const whole = labelledMessages.map(({ by, before, text }) => [by, ...before, text].join('\n'))
    expect(whole.filter((one, at) => whole.indexOf(one) !== at)).toEqual([])
  })

  test('what is to be found stands apart from what is not', () => {
    expect(ordinary.filter(({ about }) => !about.startsWith('ordinary')).map(({ text }) => text)).toEqual([])
    expect(found.filter(({ about }) => about.startsWith('ordinary')).map(({ text }) => text)).toEqual([])
  })

  test('every span lies inside its text, holds something, and begins and ends with no space', () => {
    for (const { text, spans } of found)
      for (const { from, to } of spans) {
        expect(to).toBeLessThanOrEqual(text.length)
        const words = text.slice(from, to)
        expect(words).not.toBe('')
        expect(words).toBe(words.trim())
      }
  })

  test('every category is in twelve messages and more, and all three write some of both halves', () => {
    const of = (category: string) =>
      found.filter(({ spans }) => spans.some(span => span.category === category)).length
    const rare = Array.from({ length: 17 }, (_, at) => `C${at + 1}`).filter(category => of(category) < 12)
    expect(rare).toEqual([])
    for (const half of [found, ordinary])
      for (const speaker of ['worker', 'parent', 'child'] as const)
        expect(half.filter(({ by }) => by === speaker).length).toBeGreaterThanOrEqual(60)
  })

  test('no number in it could ring anybody: all are of Ofcom’s drama ranges, or public', () => {
    const numbers = labelledMessages.flatMap(({ before, text }) => dialled([...before, text].join(' ')))
    expect(numbers.length).toBeGreaterThanOrEqual(50)
    expect(numbers.filter(number => !drama.test(number))).toEqual([])
  })

  test('no e-mail address in it could reach anybody', () => {
    const hosts = labelledMessages.flatMap(({ text }) => [
      ...text.matchAll(/[\w.-]@((?:[a-z0-9-]+\.)+[a-z]{2,})/g),
    ])
    expect(hosts.length).toBeGreaterThanOrEqual(12)
    expect(
      hosts.map(([, host]) => host).filter(host => !/(^|\.)example(\.(com|org|net))?$/.test(host ?? '')),
    ).toEqual([])
  })
})

/** 07700 900xxx, 020 7946 0xxx, 029 2018 0xxx, six towns, 01632 960xxx, 0808 157 0xxx; Childline and the Samaritans. */
const drama =
  /^(07700900\d{3}|02079460\d{3}|02920180\d{3}|011[3-8]4960\d{3}|01[2-6]14960\d{3}|01914980\d{3}|01632960\d{3}|08081570\d{3}|08001111|116123)$/

const words = 'zero one two three four five six seven eight nine'.split(' ')
const welsh: Readonly<Record<string, string>> = {
  dim: '0',
  dau: '2',
  un: '1',
  pedwar: '4',
  saith: '7',
  naw: '9',
}

/** Every run of figures that looks like a British number, in whatever disguise the set uses. */
function dialled(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u200b|\ufe0f|\u20e3|[()]/g, '')
    .replace(/zer0|\boh(?=seven|\b)|(?<=seven|double )oh/g, '0')
    .replace(/(?<=[0o])oh/g, '0')
    .replace(/s3ven/g, '7')
    .replace(/(seven|nine) ?hundred/g, (_, digit: string) => (digit === 'nine' ? '900' : '700'))
    .replace(/\b(double|triple) (\w+)/g, (_, times: string, word: string) =>
      `${word} `.repeat(times === 'double' ? 2 : 3),
    )
    .replace(new RegExp(`(?<!ph)(?:${words.join('|')})`, 'g'), word => String(words.indexOf(word)))
    .replace(/\b(?:dim|dau|un|pedwar|saith|naw)\b/g, word => welsh[word] ?? word)
    .replace(/(?<=\d[ol]*)[ol]|[ol](?=[\dol]*\d)/g, letter => (letter === 'o' ? '0' : '1'))
    .replace(/(?<=\d) then (?=\d)/g, ' ')
  return [...plain.matchAll(/(?<![\d.,£])\+?\d(?:[ .,/-]{0,3}\d){5,}/g)]
    .map(([run]) => run.replace(/\D/g, '').replace(/^44(0?)/, '0'))
    .filter(run => /^0[1-9]/.test(run) && run.length >= 10 && run.length <= 11)
}
