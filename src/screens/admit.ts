import type { PersonActor, Role } from '../records/index.ts'
import type { Opens } from './address.ts'

/** Who came, as far as their cookies say. Which cookie counts depends on what the address opens to. */
export type Visitor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'entering' }
  // Signed in, and of several organisations, or of none any more.
  | { readonly kind: 'choosing' }
  | { readonly kind: 'staff'; readonly actor: PersonActor }
  | { readonly kind: 'family'; readonly actor: PersonActor }

/** What the router does with a visitor: let in, sign in first, finish signing in, or the same page as for what is not there. */
export type Admission =
  | 'in'
  | 'in-unless-policy-owed'
  | 'sign-in'
  | 'second-factor'
  | 'choose-agency'
  | 'family-sign-in'
  | 'missing'

const mayEnter: ReadonlySet<Visitor['kind']> = new Set(['entering', 'choosing', 'staff'])

/**
 * The whole of who may knock at which address. What a person may do with one particular thing is decided by its
 * access.ts, inside the transaction.
 */
export function admit(visitor: Visitor, opens: Opens): Admission {
  if (opens === 'anyone') return 'in'
  if (opens === 'family') return visitor.kind === 'family' ? 'in' : 'family-sign-in'
  if (opens === 'entering') return mayEnter.has(visitor.kind) ? 'in' : 'sign-in'
  if (visitor.kind === 'entering') return 'second-factor'
  if (opens === 'choosing') return visitor.kind === 'choosing' || visitor.kind === 'staff' ? 'in' : 'sign-in'
  if (visitor.kind === 'choosing') return 'choose-agency'
  if (visitor.kind !== 'staff') return 'sign-in'
  if (opens === 'before-signing') return 'in'
  if (opens === 'staff') return 'in-unless-policy-owed'
  return hasOneOf(visitor.actor.roles, opens) ? 'in-unless-policy-owed' : 'missing'
}

/** Whether an address of the staff's opens to somebody with these roles. */
export const opensToOneOf = (opens: Opens, roles: readonly Role[]): boolean =>
  typeof opens === 'string' ? opens !== 'family' : hasOneOf(roles, opens)

export const hasOneOf = (has: readonly Role[], wanted: readonly Role[]): boolean =>
  wanted.some(role => has.includes(role))
