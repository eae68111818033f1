import assert from 'node:assert/strict'
import * as cedar from '@cedar-policy/cedar-wasm/nodejs'
import { type Enforcer, newEnforcer, newModel } from 'casbin'
import { Engine } from 'json-rules-engine'
import {
  type Act,
  type ActDefinition,
  type AnyRow,
  actNames,
  acts,
  documentRules,
  rule,
  ruleRows,
  standings,
} from '../../src/guidance/index.ts'
import type { Proposal } from './proposals.ts'
import { type Outcome, outcomeOf } from './straight.ts'

/** The rows of each act, and each row by its id: every peer is given one set of rules an act, the fewest it can have. */
const rowsOfAct = Map.groupBy(ruleRows, row => row.act)
const rowById = new Map<string, AnyRow>(ruleRows.map(row => [row.id, row]))
const rowsOf = (act: Act): readonly AnyRow[] => rowsOfAct.get(act) ?? []
const named = (ids: Iterable<string>): Outcome => outcomeOf([...ids].flatMap(id => rowById.get(id) ?? []))

const conditionsOf = ({ when }: AnyRow): readonly (readonly [fact: string, values: readonly string[]])[] =>
  Object.entries(when).map(([fact, wanted]) => [fact, [wanted ?? []].flat()])

const perAct = <T>(make: (act: Act) => T): ReadonlyMap<Act, T> =>
  new Map(actNames.map(act => [act, make(act)]))
function found<T>(all: ReadonlyMap<Act, T>, act: Act): T {
  const one = all.get(act)
  if (!one) throw new Error(`nothing was made for ${act}`)
  return one
}

/**
 * json-rules-engine: a rule for each row, an event for each that holds. It has no word for which of them wins: the events
 * are weighed as the rows are, here.
 */
export function jsonRules(): (proposal: Proposal) => Promise<Outcome> {
  const engines = perAct(
    act =>
      new Engine(
        rowsOf(act).map(row => ({
          name: row.id,
          event: { type: row.id },
          conditions: {
            all: conditionsOf(row).map(([fact, values]) =>
              values.length === 1
                ? { fact, operator: 'equal', value: values[0] }
                : { fact, operator: 'in', value: values },
            ),
          },
        })),
      ),
  )
  return async ({ act, facts }) => {
    const { events } = await found(engines, act).run(facts)
    return named(events.map(({ type }) => type))
  }
}

/**
 * Cedar: limits are policies that forbid, allowances policies that permit. That a limit wins over every allowance is its
 * own rule, and it names every policy that decided; which of several limits is the worst, and which allowance the best, is
 * weighed here. The policies are parsed before anything is measured.
 */
export function cedarPolicies(proposals: readonly Proposal[]): (_: Proposal, at: number) => Outcome {
  for (const act of actNames) {
    const policies = Object.fromEntries(rowsOf(act).map(row => [row.id, policyOf(row)]))
    const answer = cedar.preparsePolicySet(act, { staticPolicies: policies })
    assert.equal(answer.type, 'success')
  }
  const calls = proposals.map(({ act, facts }) => ({
    principal: { type: 'Worker', id: 'worker' },
    action: { type: 'Action', id: act },
    resource: { type: 'Agency', id: 'agency' },
    context: { ...facts },
    preparsedPolicySetId: act,
    entities: [],
  }))
  return (_, at) => {
    const answer = cedar.statefulIsAuthorized(calls[at] as cedar.StatefulAuthorizationCall)
    if (answer.type !== 'success') throw new Error('Cedar did not answer')
    return named(answer.response.diagnostics.reason)
  }
}

function policyOf(row: AnyRow): string {
  const effect = row.standing === 'forbidden' || row.standing === 'poor' ? 'forbid' : 'permit'
  const when = conditionsOf(row).map(([fact, values]) =>
    values.length === 1
      ? `context["${fact}"] == "${values[0]}"`
      : `${JSON.stringify(values)}.contains(context["${fact}"])`,
  )
  return `${effect} (principal, action == Action::"${row.act}", resource) when { ${when.join(' && ')} };`
}

/** What casbin says: the standing, and one row that made it so. */
export interface FirstRow {
  readonly standing: Outcome['standing']
  readonly row: string
}

/**
 * casbin: a line of policy for each row, the worst limits first, then the best allowances, and its own effect by priority:
 * the first line that holds decides. So the standing is its own. It names the one line that decided and no other, so that
 * the reasons, the approvals and what is owed of all the others are not had of it: it answers less than the rest do here.
 */
export async function casbinPriority(
  proposals: readonly Proposal[],
): Promise<(_: Proposal, at: number) => FirstRow> {
  const enforcers = new Map<Act, Enforcer>()
  for (const act of actNames) enforcers.set(act, await enforcerOf(act))
  const asked = proposals.map(({ act, facts }) => factNames(act).map(fact => facts[fact] ?? ''))
  return ({ act }, at) => {
    const [, [id = '']] = found(enforcers, act).enforceExSync(...(asked[at] ?? []))
    const row = rowById.get(id)
    return { standing: row?.standing ?? 'forbidden', row: id }
  }
}

const factNames = (act: Act): readonly string[] => Object.keys((acts[act] as ActDefinition).facts)
/** The worst limit first, then the best allowance. */
const order = ({ standing }: AnyRow): number => ['forbidden', 'poor', 'best', 'safe'].indexOf(standing)

async function enforcerOf(act: Act): Promise<Enforcer> {
  const facts = factNames(act)
  const fields = facts.map((_, at) => `f${at}`)
  const model = newModel(`
[request_definition]
r = ${fields.join(', ')}
[policy_definition]
p = id, ${fields.join(', ')}, eft
[policy_effect]
e = priority(p.eft) || deny
[matchers]
m = ${fields.map(field => `(p.${field} == '*' || among(p.${field}, r.${field}))`).join(' && ')}
`)
  const enforcer = await newEnforcer(model)
  await enforcer.addFunction('among', (some: string, one: string) => some.includes(`|${one}|`))
  const lines = rowsOf(act)
    .toSorted((one, other) => order(one) - order(other))
    .map(row => {
      const conditions = new Map(conditionsOf(row))
      const effect = row.standing === 'safe' || row.standing === 'best' ? 'allow' : 'deny'
      return [
        row.id,
        ...facts.map(fact => {
          const values = conditions.get(fact)
          return values ? `|${values.join('|')}|` : '*'
        }),
        effect,
      ]
    })
  await enforcer.addPolicies(lines)
  return enforcer
}

/** Throws where casbin's standing is not ours, or the row it names is none of those that ours names. */
export function mustAgreeOnStanding(
  proposals: readonly Proposal[],
  first: (proposal: Proposal, at: number) => FirstRow,
): void {
  for (const [at, proposal] of proposals.entries()) {
    const ours = rule(proposal.act, proposal.facts, documentRules)
    const theirs = first(proposal, at)
    assert.equal(theirs.standing, ours.standing)
    assert.ok(standings.includes(theirs.standing))
    assert.ok(ours.rows.length === 0 ? theirs.row === '' : ours.rows.includes(theirs.row), theirs.row)
  }
}
