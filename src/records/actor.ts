import type { Id } from '../kit/ids.ts'

export type AgencyId = Id<'agency'>
export type PersonId = Id<'person'>
export type EntryId = Id<'entry'>

/** What a person does in an organisation. One person may have several. */
export const roles = [
  'worker',
  'volunteer',
  'manager',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
  'administrator',
  'board-member',
] as const
export type Role = (typeof roles)[number]

/** On whose behalf something is read or written: a person in one agency, or the software itself in one agency. */
export type Actor = PersonActor | SystemActor

export interface PersonActor {
  readonly kind: 'staff' | 'child' | 'parent'
  readonly agencyId: AgencyId
  readonly personId: PersonId
  readonly name: string
  /** The agency's name, as the person knows it. */
  readonly place: string
  /** As they stood when the request came in. access.ts asks again inside the transaction. */
  readonly roles: readonly Role[]
}

/** The software acting by itself: a reminder, a file whose day is over, the second adult it adds. */
export interface SystemActor {
  readonly kind: 'system'
  readonly agencyId: AgencyId
}

export const system = (agencyId: AgencyId): SystemActor => ({ kind: 'system', agencyId })
