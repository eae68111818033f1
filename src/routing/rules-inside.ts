import type { About } from './facts.ts'

/** Who of our own may hear of a concern. They go by the names of their roles; a chair may have no account. */
export const hearers = {
  'designated-person': 'the designated person',
  'senior-manager': 'the head, or another senior manager',
  chair: 'the chair',
  'deputy-designated-person': 'the deputy designated person',
} as const
export type Hearer = keyof typeof hearers

/** Every role of our own that may ask to be let in. */
export type OurRole = Hearer | 'worker' | 'volunteer' | 'manager' | 'administrator' | 'board-member'

/** What somebody does who hears: deals with it, takes the place of who cannot be reached, or has to know. */
export type Part = 'leads' | 'stands-in' | 'told'

const usual = { 'designated-person': 'leads', 'deputy-designated-person': 'stands-in' } as const
const aboutStaff = { ...usual, 'senior-manager': 'told' } as const

/** Who hears, by whom it is about. Whoever is not named does not. */
export const hears: Readonly<Record<About, Readonly<Partial<Record<Hearer, Part>>>>> = {
  child: usual,
  unknown: usual,
  'other-agency': usual,
  worker: aboutStaff,
  manager: aboutStaff,
  'deputy-designated-person': { 'designated-person': 'leads', 'senior-manager': 'told' },
  // The deputy works beside the designated person, and answers to them.
  'designated-person': { 'senior-manager': 'leads', chair: 'stands-in' },
  'senior-manager': { ...usual, chair: 'told' },
  chair: aboutStaff,
}

const never: readonly OurRole[] = ['administrator', 'board-member']
// Colleagues, and whoever they answer to: any of them might tell, or be made to.
const staff: readonly OurRole[] = [...never, 'worker', 'volunteer', 'manager']

/** Which roles nobody may let in, by whom it is about: whoever it is, and those who stand too near. */
export const keptOut: Readonly<Record<About, readonly OurRole[]>> = {
  child: never,
  'other-agency': never,
  // It may yet turn out to be anybody.
  unknown: staff,
  worker: staff,
  manager: staff,
  'deputy-designated-person': [...staff, 'deputy-designated-person'],
  'designated-person': [...staff, 'designated-person', 'deputy-designated-person'],
  'senior-manager': [...staff, 'senior-manager'],
  chair: [...staff, 'chair'],
}

/** Who leads, where none of those who would is free of it: the first who is left. */
export const nextToLead: readonly Hearer[] = [
  'designated-person',
  'senior-manager',
  'chair',
  'deputy-designated-person',
]
