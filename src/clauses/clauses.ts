import type { BuiltKind, Clause } from './clause.ts'
import { about } from './passages/about.ts'
import { boundaries } from './passages/boundaries.ts'
import { contact } from './passages/contact.ts'
import { equipment } from './passages/equipment.ts'
import { internet } from './passages/internet.ts'
import { keeping } from './passages/keeping.ts'
import { pictures } from './passages/pictures.ts'
import { profiles } from './passages/profiles.ts'
import { social } from './passages/social.ts'
import { reportContent, worries } from './passages/worries.ts'

const {
  'what-for': whatFor,
  'who-it-binds': whoItBinds,
  'social-media-means': socialMediaMeans,
  ...aboutYou
} = about

/** Every clause, in the order in which they stand in a policy: first what it is, then what to do when something is wrong. */
export const clauses = {
  'what-for': whatFor,
  'who-it-binds': whoItBinds,
  'social-media-means': socialMediaMeans,
  ...worries,
  ...aboutYou,
  ...contact,
  ...boundaries,
  ...social,
  ...profiles,
  ...equipment,
  ...pictures,
  ...internet,
  ...reportContent,
  ...keeping,
} as const satisfies Readonly<Record<string, Clause>>

export type ClauseId = keyof typeof clauses

// Object.keys forgets the names of a table that has exactly these.
export const clauseIds = Object.keys(clauses) as readonly ClauseId[]
export const isClauseId = (text: string): text is ClauseId => Object.hasOwn(clauses, text)
export const clause = (id: ClauseId): Clause => clauses[id]

/** The clauses of one kind of policy, in their order. */
export const clausesFor = (kind: BuiltKind): readonly ClauseId[] =>
  clauseIds.filter(id => clause(id).kinds.includes(kind))
