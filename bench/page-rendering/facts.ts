/** What the page holds. Every rendering gets its own, so that nothing can be kept from the one before. */
export interface Facts {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly why: string
  readonly role: string
  readonly team: string
  readonly errors: Readonly<Record<'email' | 'role', string>>
  readonly people: readonly (readonly [name: string, role: string, team: string, signed: string])[]
}

export const roles = [
  ['worker', 'Worker', 'Paid staff who work with children or families'],
  ['volunteer', 'Volunteer', 'Works with children or families unpaid'],
  ['manager', 'Manager', 'Answers for the work of others'],
  ['administrator', 'Administrator', 'Looks after accounts and policies'],
] as const

export const teams = [
  'Youth club',
  'Music project',
  'Swimming',
  'Family support',
  'Outreach',
  'Office',
] as const

const names = [
  'Alex Moss',
  'Billie Stone',
  'Casey Field',
  'Drew Marsh',
  'Emery Lake',
  'Frankie Wood',
] as const

/** The facts of the rendering of this number. Some of it has to be escaped, as what people type does. */
export const factsOf = (number: number): Facts => ({
  name: `Sam O’Neill & “Co” ${number}`,
  email: `sam<${number}`,
  phone: `020 7946 0${String(number % 1000).padStart(3, '0')}`,
  why: `Starts on Thursday & covers for "Alex" until week ${number}.`,
  role: roles[number % roles.length]?.[0] ?? '',
  team: teams[number % teams.length] ?? '',
  errors: {
    email: 'Enter an email address in the correct format, like name@example.com',
    role: `Choose what they will do in week ${number}`,
  },
  people: Array.from({ length: 20 }, (_, at) => [
    `${names[(at + number) % names.length]} ${at}`,
    roles[(at + number) % roles.length]?.[1] ?? '',
    teams[at % teams.length] ?? '',
    String((at * 7 + number) % 30),
  ]),
})
