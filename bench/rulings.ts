import { documentRules, rule } from '../src/guidance/index.ts'
import { casbinPriority, cedarPolicies, jsonRules, mustAgreeOnStanding } from './rulings/peers.ts'
import { everyProposal, type Proposal } from './rulings/proposals.ts'
import { mustAgree, straight } from './rulings/straight.ts'
import { figureOf, type Report } from './setup/figure.ts'
import { interleaved } from './setup/measure.ts'

const rounds = 9
const ours = 3_000_000
const rows = 60_000
/** Of each peer: enough that a round takes from a sixth of a second to two, by how quick it is. */
const theirs = 10_000

/** Rulings on every act with every combination of facts, against the same table of rows in other hands. */
export async function measure(): Promise<Report> {
  const proposals = everyProposal()
  const [jsonRulesEngine, cedar, casbin] = [
    jsonRules(),
    cedarPolicies(proposals),
    await casbinPriority(proposals),
  ]
  await mustAgree(proposals, ({ act, facts }) => straight(act, facts))
  await mustAgree(proposals, jsonRulesEngine)
  await mustAgree(proposals, cedar)
  mustAgreeOnStanding(proposals, casbin)
  const found = await interleaved(rounds, {
    ours: () => rate(proposals, ours, ({ act, facts }) => rule(act, facts, documentRules).because.length),
    straight: () => rate(proposals, rows, ({ act, facts }) => straight(act, facts).because.length),
    jsonRulesEngine: () =>
      rateOfPromises(proposals, theirs, async proposal => (await jsonRulesEngine(proposal)).because.length),
    cedar: () => rate(proposals, theirs, (proposal, at) => cedar(proposal, at).because.length),
    casbin: () => rate(proposals, theirs, (proposal, at) => casbin(proposal, at).row.length),
  })
  const against = (name: 'straight' | 'jsonRulesEngine' | 'cedar' | 'casbin', what: string, least: number) =>
    figureOf({
      what: 'rulings on a proposed act',
      unit: 'a second',
      rounds: found,
      ours: 'ours',
      against: { name, what },
      target: { ratioAtLeast: least },
    })
  return {
    figures: [
      against('straight', 'the same rows, each tried in turn', 10),
      against('jsonRulesEngine', 'json-rules-engine', 100),
      against('cedar', 'Cedar, policies parsed before', 100),
      against('casbin', 'casbin, the standing alone', 100),
    ],
    notes: [
      `the same ${proposals.length} proposals and every row through all of them, every answer compared before measuring; processor time, so that other work on the machine counts less. Each peer has its rules by act, so that it goes through no more than it must, and what it is asked is made ready before.`,
      'that the worst limit wins, else the best allowance, is our table’s own rule. json-rules-engine says which rows hold, and Cedar which limits do, or else which allowances: what comes of them is weighed outside. casbin’s effect by priority gives the standing and one row of those that made it so, not all the reasons, approvals and what is owed: it does less than the others, and its answer is held against ours for that part.',
      'ours works each act out once, when it is first asked about; that is before the first round.',
    ],
  }
}

type Asking<Answer> = (proposal: Proposal, at: number) => Answer

/** Rulings in a second of processor time. */
function rate(proposals: readonly Proposal[], count: number, one: Asking<number>): number {
  // What comes of each is used, so that none can be left out.
  let reasons = 0
  const from = process.cpuUsage()
  for (let done = 0; done < count; )
    for (let at = 0; at < proposals.length && done < count; at++, done++)
      reasons += one(proposals[at] as Proposal, at)
  return perSecond(count, from, reasons)
}

/** The same of what answers later: each is waited for before the next. */
async function rateOfPromises(
  proposals: readonly Proposal[],
  count: number,
  one: Asking<Promise<number>>,
): Promise<number> {
  let reasons = 0
  const from = process.cpuUsage()
  for (let done = 0; done < count; )
    for (let at = 0; at < proposals.length && done < count; at++, done++)
      reasons += await one(proposals[at] as Proposal, at)
  return perSecond(count, from, reasons)
}

function perSecond(count: number, from: NodeJS.CpuUsage, reasons: number): number {
  const { user, system } = process.cpuUsage(from)
  if (reasons < count) throw new Error('a ruling came without a reason')
  return (count * 1_000_000) / (user + system)
}
