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
  /** Milliseconds of processor time within which this share of the questions is answered. */
  const within = (share: number) => {
    const times = Array.from({ length: questions }, (_, at) => {
      const question = asked[at % asked.length] ?? ''
      const from = process.cpuUsage()
      findInGuidance(question, 12)
      policies.find(question, 4)
      const { user, system } = process.cpuUsage(from)
      return (user + system) / 1000
    }).toSorted((one, other) => one - other)
    return times[Math.floor(times.length * share)] ?? 0
  }
  const found = await interleaved(rounds, { middle: () => within(0.5), p99: () => within(0.99) })
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
      `${texts.length} texts of the guidance and ${passages} passages of policies; one question in five is long and misspelt throughout; processor time, so that other work on the machine counts less.`,
    ],
  }
}
