import { searchOver } from '../src/kit/search/index.ts'
import { findInGuidance } from '../src/library/search/guidance.ts'
import { meanings } from '../src/library/search/meanings.ts'
import { texts } from '../src/library/search/texts.ts'
import { figureOf, type Report } from './setup/figure.ts'
import { interleaved } from './setup/measure.ts'

const rounds = 7
const questions = 400
const passages = 2_000

const asked = [
  'can I text a parent from my own phone?',
  'fotograph with personal camra',
  'a pupil sent me a friend request on instagram',
  'how long do we keep a child protection file',
  'what about fotographs adn mobil phons of childern '.repeat(6),
]

/** A question answered from the whole guidance and 200 pages of an agency's policies, as the search page asks it. */
export async function measure(): Promise<Report> {
  const bodies = texts.map(({ body }) => body)
  const policies = searchOver(
    Array.from({ length: passages }, (_, at) => ({
      key: `${at}`,
      title: `Part ${at % 40}`,
      body: `${bodies[at % bodies.length]} ${bodies[(at * 7) % bodies.length]}`,
    })),
    meanings,
  )
  const slowest = (share: number) => {
    const times = Array.from({ length: questions }, (_, at) => {
      const question = asked[at % asked.length] ?? ''
      const from = performance.now()
      findInGuidance(question, 12)
      policies.find(question, 4)
      return performance.now() - from
    }).toSorted((one, other) => one - other)
    return times[Math.floor(times.length * share)] ?? 0
  }
  const found = await interleaved(rounds, { middle: () => slowest(0.5), p99: () => slowest(0.99) })
  return {
    figures: [
      figureOf({ what: 'a question answered, in the middle', unit: 'ms', rounds: found, ours: 'middle' }),
      figureOf({
        what: 'a question answered, 99 of 100',
        unit: 'ms',
        rounds: found,
        ours: 'p99',
        target: { atMost: 50 },
      }),
    ],
    notes: [
      `${texts.length} texts of the guidance and ${passages} passages of policies; one question in five is long and misspelt throughout.`,
    ],
  }
}
