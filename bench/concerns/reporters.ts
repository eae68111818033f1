import { locatorOf, newCode } from '../../src/concerns/code.ts'
import { formRequest, openLine } from '../setup/sender.ts'

/** What came of some seconds of reporting. */
export interface Reporting {
  /** Acknowledged in a second. */
  readonly rate: number
  /** Milliseconds within which 95 of 100 were answered. */
  readonly p95: number
  /** Where the code of each that was acknowledged leads to. */
  readonly codes: readonly Uint8Array[]
}

const said = {
  words:
    'He gives two of the girls lifts home after training on Thursdays, and asked one of them for her number. She told me on the way out and did not want me to say who she is.',
  who: 'A girl in the under 14s',
  adult: 'A coach whose name I do not know',
  about: 'worker',
  what_conduct: 'yes',
  when: 'Thursdays, after training',
  // What was pointed out has been read; and at the gate, that it is not danger now.
  asked: 'yes',
  danger: 'no',
}

/** Browsers that have opened the form, each a sitting by the number that it gave them. */
const mostSittings = 200
const given = new Map<string, Promise<readonly string[]>>()

async function opensForm(url: string): Promise<string> {
  const answer = await fetch(new URL('/tell/riverside-youth/words?danger=no', url))
  await answer.text()
  const [, number] = /^lanyard\.telling=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '') ?? []
  if (!number) throw new Error('the form gave no number')
  return number
}

async function sittingsAt(url: string): Promise<readonly string[]> {
  const numbers: string[] = []
  while (numbers.length < mostSittings) numbers.push(await opensForm(url))
  return numbers
}

/** As many people at once, each with a report of their own, and then the next, for some seconds. Throws when one is refused. */
export async function reportingAt(url: string, count: number, seconds: number): Promise<Reporting> {
  const to = new URL('/tell/riverside-youth/words', url)
  const lines = await Promise.all(Array.from({ length: count }, () => openLine(url)))
  const took: number[] = []
  const codes: Uint8Array[] = []
  // Each report is of a sitting that has not sent one for long, by the number that the form gave its browser.
  const sittings = await (given.get(url) ?? given.set(url, sittingsAt(url)).get(url))
  let turn = 0
  const mark = 'x'.repeat(sittings?.[0]?.length ?? 0)
  const [first = '', rest = ''] = formRequest(to, `lanyard.telling=${mark}`, { ...said, code: newCode() })
    .slice(0, -16)
    .split(mark)
  const from = performance.now()
  await Promise.all(
    lines.map(async line => {
      while (performance.now() < from + seconds * 1000) {
        const code = newCode()
        const sent = performance.now()
        const status = await line.send(`${first}${sittings?.[turn++ % mostSittings]}${rest}${code}`)
        if (status !== 303) throw new Error(`a report was answered with ${status}`)
        took.push(performance.now() - sent)
        codes.push(locatorOf(code))
      }
    }),
  )
  const whole = performance.now() - from
  for (const line of lines) line.close()
  const sorted = took.toSorted((a, b) => a - b)
  return {
    rate: (took.length * 1000) / whole,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    codes,
  }
}
