import type { PersonActor, Role } from '../records/index.ts'
import type { Opens } from './address.ts'

/** Who came, as far as their cookies say. Which cookie counts depends on what the address opens to. */
export type Visitor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'entering' }
  | { readonly kind: 'staff'; readonly actor: PersonActor }
  | { readonly kind: 'family'; readonly actor: PersonActor }

/** What the router does with a visitor: let in, sign in first, finish signing in, or the same page as for what is not there. */
export type Admission =
  | 'in'
  | 'in-unless-policy-owed'
  | 'sign-in'
  | 'second-factor'
  | 'family-sign-in'
  | 'missing'

/**
 * The whole of who may knock at which address. What a person may do with one particular thing is decided by its
 * access.ts, inside the transaction.
 */
export function admit(visitor: Visitor, opens: Opens): Admission {
  if (opens === 'anyone') return 'in'
  if (opens === 'family') return visitor.kind === 'family' ? 'in' : 'family-sign-in'
  if (opens === 'entering') return visitor.kind === 'entering' || visitor.kind === 'staff' ? 'in' : 'sign-in'
  if (visitor.kind === 'entering') return 'second-factor'
  if (visitor.kind !== 'staff') return 'sign-in'
  if (opens === 'before-signing') return 'in'
  if (opens === 'staff') return 'in-unless-policy-owed'
  return hasOneOf(visitor.actor.roles, opens) ? 'in-unless-policy-owed' : 'missing'
}

export const hasOneOf = (has: readonly Role[], wanted: readonly Role[]): boolean =>
  wanted.some(role => has.includes(role))
