/** What somebody is worried about. A concern may be about several of them at once. */
export const whats = {
  image: 'A nude or sexual picture or film of a child',
  grooming: 'Somebody being sexual with a child, or getting close to one for that',
  conduct: 'What an adult who works with children did or said',
  harm: 'A child being abused, hurt or neglected',
  bullying: 'Bullying, or nasty and abusive comments',
  'self-harm': 'A child hurting themself, or thinking of it',
  radicalisation: 'A child being drawn towards violence for a cause',
  other: 'Something else, or I am not sure',
} as const
export type What = keyof typeof whats

/** Whose doing it is, as far as is known. More than one may be named. Roles go by the names they have everywhere. */
export const abouts = {
  child: 'A child, or somebody in their family or among their friends',
  worker: 'Somebody who works or volunteers here',
  manager: 'A manager here',
  'deputy-designated-person': 'The deputy designated person here',
  'designated-person': 'The designated person here',
  'senior-manager': 'The head, or another senior manager here',
  chair: 'The chair, or another trustee or governor here',
  'other-agency': 'Somebody who works with children at another organisation',
  unknown: 'I do not know who it is',
} as const
export type About = keyof typeof abouts

/** The answer to a question that somebody in distress may leave open. Each row says what it counts as. */
export type Answer = 'yes' | 'no' | 'not-known'

/** What is asked beside the two keys, since a step turns on it. */
export const questions = {
  danger: 'Is a child in danger now?',
  online: 'Did it happen online, or did it begin there?',
  webAddress: 'Is there a web address where it can be seen?',
  under18: 'Is the child under 18?',
  ownImage: 'Did the child take the picture of themself?',
  anonymous: 'Does whoever reports it wish to give no name?',
  elsewhere: 'Does whoever it is about work with children anywhere else?',
  lowLevel: 'Is it a nagging doubt about an adult, with nothing that points to harm?',
} as const
export type Question = keyof typeof questions

/** All that a route turns on: what, whose doing, and an answer to each question. */
export interface Facts extends Readonly<Record<Question, Answer>> {
  readonly what: readonly [What, ...What[]]
  readonly about: readonly [About, ...About[]]
}

/** The adults who work with children: where it is about one of them, the LADO is told. */
export const worksWithChildren = [
  'worker',
  'manager',
  'deputy-designated-person',
  'designated-person',
  'senior-manager',
  'chair',
  'other-agency',
] as const satisfies readonly About[]

/** Facts under which a row holds: one of each list, at least, has to be among the facts. What is not named may be anything. */
export interface When extends Readonly<Partial<Record<Question, readonly Answer[]>>> {
  readonly what?: readonly What[]
  /** Nothing but these is worried about. */
  readonly nothingBut?: readonly What[]
  readonly about?: readonly About[]
}

const everyQuestion = Object.keys(questions) as Question[]

/** Whether a row holds under these facts. */
export function holds(when: When, facts: Facts): boolean {
  if (when.what && !facts.what.some(one => when.what?.includes(one))) return false
  if (when.nothingBut && !facts.what.every(one => when.nothingBut?.includes(one))) return false
  if (when.about && !facts.about.some(one => when.about?.includes(one))) return false
  return everyQuestion.every(one => when[one]?.includes(facts[one]) ?? true)
}
