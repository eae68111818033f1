import type { PolicyId } from '../policies/index.ts'
import type { AgencyId, PersonId, Role } from '../records/index.ts'

/**
 * The demo cast: a board, three agencies, and the people of one youth club. All invented. Everything that needs people
 * (demo, tests, sweep, benches, screenshots) uses these and no others. Telephone numbers are from Ofcom's drama ranges.
 */

const id = <T>(number: number): T => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as T

export interface Agency {
  readonly id: AgencyId
  readonly kind: 'board' | 'member'
  readonly slug: string
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly web: string
  readonly outOfHours: string
}

const agency = (number: number, kind: Agency['kind'], slug: string, name: string, phone: string): Agency => ({
  id: id(number),
  kind,
  slug,
  name,
  phone,
  email: `office@${slug}.example`,
  web: `https://${slug}.example`,
  outOfHours: '020 7946 0999',
})

export const agencies = {
  board: agency(1, 'board', 'marlow-vale-board', 'Marlow Vale Safeguarding Board', '020 7946 0100'),
  riverside: agency(2, 'member', 'riverside-youth', 'Riverside Youth Club', '020 7946 0200'),
  hilltop: agency(3, 'member', 'hilltop-primary', 'Hilltop Primary School', '020 7946 0300'),
  otters: agency(4, 'member', 'otters-swimming', 'Otters Swimming Club', '020 7946 0400'),
} as const

export interface CastMember {
  readonly id: PersonId
  readonly agency: keyof typeof agencies
  readonly kind: 'staff' | 'child' | 'parent'
  readonly name: string
  readonly email?: string
  readonly phone?: string
  readonly bornOn?: string
  readonly roles: readonly Role[]
  readonly manager?: string
  /** Whether they have accepted their invitation and signed the acceptable use policy. */
  readonly settled: boolean
}

const staff = (
  number: number,
  agency: CastMember['agency'],
  name: string,
  roles: readonly Role[],
  about: { manager?: string; settled?: boolean } = {},
): CastMember => ({
  id: id(number),
  agency,
  kind: 'staff',
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@${agencies[agency].slug}.example`,
  roles,
  settled: about.settled ?? true,
  ...(about.manager ? { manager: about.manager } : {}),
})

const family = (
  number: number,
  kind: 'child' | 'parent',
  name: string,
  about: Partial<CastMember>,
): CastMember => ({
  id: id(number),
  agency: 'riverside',
  kind,
  name,
  roles: [],
  settled: true,
  ...about,
})

export const cast = {
  dev: staff(14, 'riverside', 'Dev Mehta', ['senior-manager']),
  ellen: staff(15, 'riverside', 'Ellen Fraser', ['designated-person']),
  grace: staff(17, 'riverside', 'Grace Lin', ['administrator']),
  carys: staff(13, 'riverside', 'Carys Powell', ['manager'], { manager: 'dev' }),
  amira: staff(11, 'riverside', 'Amira Haddad', ['worker'], { manager: 'carys' }),
  ben: staff(12, 'riverside', 'Ben Okafor', ['volunteer'], { manager: 'carys' }),
  farid: staff(16, 'riverside', 'Farid Aziz', ['deputy-designated-person', 'worker'], { manager: 'carys' }),
  noor: staff(18, 'riverside', 'Noor Rahman', ['worker'], { manager: 'carys', settled: false }),
  helen: staff(21, 'board', 'Helen Marsh', ['board-member']),
  idris: staff(22, 'board', 'Idris Bello', ['administrator']),
  ivan: staff(31, 'hilltop', 'Ivan Petrov', ['senior-manager', 'manager']),
  joan: staff(32, 'hilltop', 'Joan Ellis', ['worker'], { manager: 'ivan' }),
  kofi: staff(41, 'otters', 'Kofi Mensah', ['administrator', 'designated-person']),
  maya: staff(42, 'otters', 'Maya Clarke', ['senior-manager']),
  jamie: family(51, 'child', 'Jamie Taylor', { bornOn: '2013-04-09', email: 'jamie.taylor@family.example' }),
  sam: family(52, 'parent', 'Sam Taylor', { email: 'sam.taylor@family.example', phone: '07700 900123' }),
  rosa: family(53, 'child', 'Rosa Silva', { bornOn: '2014-11-21' }),
  lucia: family(54, 'parent', 'Lucia Silva', { email: 'lucia.silva@family.example', phone: '07700 900456' }),
} as const satisfies Record<string, CastMember>

export type CastName = keyof typeof cast

/** Who is whose parent, and who works with which child. */
export const ties: readonly (readonly [child: CastName, parent: CastName, relationship: string])[] = [
  ['jamie', 'sam', 'Parent'],
  ['rosa', 'lucia', 'Parent'],
]
export const work: readonly (readonly [worker: CastName, child: CastName, purpose: string])[] = [
  ['amira', 'jamie', 'Thursday youth club'],
  ['ben', 'rosa', 'Saturday music project'],
]

/** Over which channels each child's parent has agreed to contact. */
export const agreedTo: readonly (readonly [child: CastName, parent: CastName])[] = [
  ['jamie', 'sam'],
  ['rosa', 'lucia'],
]

/** The acceptable use policy's id in each agency, and the demo's password for everybody (a demo only). */
export const acceptableUse: Readonly<Record<keyof typeof agencies, PolicyId>> = {
  riverside: id(102),
  board: id(101),
  hilltop: id(103),
  otters: id(104),
} as const
/** The youth club's social media policy, which Grace has begun to write. */
export const socialMedia: PolicyId = id(112)
export const demoPassword = 'correct-horse-demo'
