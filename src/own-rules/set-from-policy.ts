import { rulesOf, type Tightening, type Unkept } from '../guidance/index.ts'
import type { Writer } from '../records/index.ts'
import { endOf } from './end-tightening.ts'
import { agencyRules, allOf, asTightening } from './in-force.ts'
import { setTightening, tighteningOf } from './tighten.ts'

/** A rule as a policy's wording has it; in the policy's own words where it gives them. */
export type RuleOfPolicy = Pick<Tightening, 'act' | 'when' | 'atMost'> &
  Partial<Pick<Tightening, 'needs' | 'owed' | 'says'>>

export interface PolicyPublished {
  readonly policy: { readonly id: string; readonly title: string }
  /** The version's number. */
  readonly version: number
  readonly rules: readonly RuleOfPolicy[]
}

/** What came of a policy's rules. */
export interface SetFromPolicy {
  readonly set: number
  /** Rules that change nothing beside the guidance or cannot be kept to: none of them is stored. */
  readonly left: readonly { readonly rule: RuleOfPolicy; readonly why: Unkept }[]
}

/**
 * Makes the rules of a policy's new version the organisation's own, in the transaction that publishes it: they stand in the
 * place of those that came from the versions before. Each has an entry of its own.
 */
export async function setFromPolicy(
  writer: Writer,
  { policy, version, rules }: PolicyPublished,
): Promise<SetFromPolicy> {
  const all = await allOf(writer)
  const before = all.tightenings.filter(row => row.policy_id === policy.id && !row.ended_at)
  for (const { id } of before)
    await endOf(writer, id, { by: null, reason: `${policy.title}, version ${version}, stands in its place.` })
  let now = agencyRules({ ...all, tightenings: all.tightenings.filter(row => !before.includes(row)) })
  const left: SetFromPolicy['left'][number][] = []
  let set = 0
  for (const rule of rules) {
    const row = rowOf(writer, { policy, version }, rule)
    const own = asTightening({ ...row, set_by_name: null })
    const next = own && { ...now, tightened: [...now.tightened, own] }
    const why = next
      ? rulesOf(next, row.begins_on).unkept.find(({ id }) => id === row.id)?.why
      : 'no-such-value'
    if (!next || why) {
      left.push({ rule, why: why ?? 'no-such-value' })
      continue
    }
    now = next
    await setTightening(writer, row)
    set += 1
  }
  return { set, left }
}

function rowOf(writer: Writer, { policy, version }: Omit<PolicyPublished, 'rules'>, rule: RuleOfPolicy) {
  const { act, when, atMost, needs = [], owed = [], says = `So it is in our ${policy.title}.` } = rule
  const conditions = Object.fromEntries(Object.entries(when).map(([fact, some]) => [fact, [some].flat()]))
  const of = { set_by: null, policy_id: policy.id, policy_title: policy.title, policy_version: version }
  return tighteningOf(writer, { act, conditions, at_most: atMost, needs, owed, says }, of)
}
