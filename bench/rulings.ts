import { documentRules, rule } from '../src/guidance/index.ts'
import { everyProposal, type Proposal } from './rulings/proposals.ts'
import { mustAgree, straight } from './rulings/straight.ts'
import { figureOf, type Report } from './setup/figure.ts'
import { interleaved } from './setup/measure.ts'

const rounds = 9
const ours = 3_000_000
const theirs = 60_000

/** Rulings on every act with every combination of facts, against the same table of rows gone through anew each time. */
export async function measure(): Promise<Report> {
  const proposals = everyProposal()
  mustAgree(proposals)
  const found = await interleaved(rounds, {
    ours: () => rate(proposals, ours, ({ act, facts }) => rule(act, facts, documentRules).because.length),
    straight: () => rate(proposals, theirs, ({ act, facts }) => straight(act, facts).because.length),
  })
  return {
    figures: [
      figureOf({
        what: 'rulings on a proposed act',
        unit: 'a second',
        rounds: found,
        ours: 'ours',
        against: { name: 'straight', what: 'the same rows, each tried in turn' },
        target: { ratioAtLeast: 10 },
      }),
    ],
    notes: [
      `the same ${proposals.length} proposals through both, every answer compared before measuring; processor time, so that other work on the machine counts less.`,
      'ours works each act out once, when it is first asked about; that is before the first round.',
    ],
  }
}

/** Rulings in a second of processor time. */
function rate(proposals: readonly Proposal[], count: number, one: (proposal: Proposal) => number): number {
  // What comes of each is used, so that none can be left out.
  let reasons = 0
  const from = process.cpuUsage()
  for (let done = 0; done < count; )
    for (const proposal of proposals) {
      reasons += one(proposal)
      if (++done === count) break
    }
  const { user, system } = process.cpuUsage(from)
  if (reasons < count) throw new Error('a ruling came without a reason')
  return (count * 1_000_000) / (user + system)
}
