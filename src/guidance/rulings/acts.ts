import { contact } from './acts/contact.ts'
import { pictures } from './acts/pictures.ts'
import { profiles } from './acts/profiles.ts'
import { reporting } from './acts/reporting.ts'
import { workplace } from './acts/workplace.ts'

/** Every act there can be a ruling on. At most five facts each, so that no more than five questions are ever needed. */
export const acts = { ...contact, ...pictures, ...profiles, ...workplace, ...reporting } as const

export type Act = keyof typeof acts
type FactsOf<A extends Act> = (typeof acts)[A]['facts']

/** The name of a fact of an act. */
export type FactOf<A extends Act> = keyof FactsOf<A> & string

/** What a fact of an act may be. */
export type ValueOf<A extends Act, F extends FactOf<A>> = FactsOf<A>[F] extends {
  readonly values: infer Values
}
  ? keyof Values & string
  : never

/** What is known of an act. A fact left out, or `unknown`, is not known. */
export type Facts<A extends Act> = { readonly [F in FactOf<A>]?: ValueOf<A, F> | 'unknown' | undefined }

/** Facts that must hold, each one of a few values. Left out, a fact may be anything. */
export type When<A extends Act> = { readonly [F in FactOf<A>]?: ValueOf<A, F> | readonly ValueOf<A, F>[] }

// Object.keys forgets the names of a table that has exactly these.
export const actNames = Object.keys(acts) as readonly Act[]

const namesOf = (some: object): readonly Act[] => actNames.filter(act => Object.hasOwn(some, act))

/** The acts as a person looks for them, a worry first. */
export const actGroups: readonly { readonly title: string; readonly acts: readonly Act[] }[] = [
  { title: 'Something worries me', acts: namesOf(reporting) },
  { title: 'Being in contact', acts: namesOf(contact) },
  { title: 'Social networks and games', acts: namesOf(profiles) },
  { title: 'Pictures and recordings', acts: namesOf(pictures) },
  { title: 'Equipment, the internet, and what is kept', acts: namesOf(workplace) },
]

/** Whether a text, from a form or an address, names an act. */
export const isAct = (text: string): text is Act => Object.hasOwn(acts, text)
