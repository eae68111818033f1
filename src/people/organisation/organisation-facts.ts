import type { PersonId, Reader } from '../../records/index.ts'
import { selectAgency } from '../queries.ts'
import type { ContactHours } from './hours.ts'
import {
  colourByDefault,
  type LogoId,
  outsideByDefault,
  type Part,
  policeByDefault,
  type Said,
} from './parts.ts'
import { type FactRow, selectDesignated, selectFacts, selectLogo } from './queries.ts'

/** One who answers for safeguarding here, with how the organisation says they are reached. */
export interface DesignatedContact {
  readonly id: PersonId
  readonly name: string
  readonly role: 'designated-person' | 'deputy-designated-person'
  readonly phone: string | null
  readonly email: string | null
}

/** The organisation's own names and numbers, as they stand now. */
export interface OrganisationFacts {
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly web: string | null
  readonly outOfHours: string | null
  /** Designated persons first, then their deputies; empty where nobody has the role. */
  readonly designated: readonly DesignatedContact[]
  /** Undefined until the organisation has named its local authority's designated officer. */
  readonly lado: Said['lado'] | undefined
  /** How the police are reached when it is no emergency: 101 where nothing else was said. */
  readonly police: string
  /** How soon the officer is told here, and whom to ring at the local authority about a child. */
  readonly outside: Said['outside']
  readonly equipment: Said['equipment'] | undefined
  /** `#rrggbb`, dark enough that white upon it has a contrast of at least 4.5 to 1. */
  readonly colour: string
  readonly logo:
    | { readonly id: LogoId; readonly hash: string; readonly width: number; readonly height: number }
    | undefined
  /** When families are written to; at all times where nothing was said. */
  readonly hours: ContactHours
}

/** What the reader's organisation says of itself: for the help page, posters, and a policy's own words. */
export async function organisationFacts(reader: Reader): Promise<OrganisationFacts> {
  const { db, actor } = reader
  const [here, people, rows] = await Promise.all([
    selectAgency(db, actor.agencyId),
    selectDesignated(db, actor.agencyId),
    selectFacts(db, actor.agencyId),
  ])
  const logo = saidOf(rows, 'logo')
  return {
    name: here.name,
    phone: here.phone,
    email: here.email,
    web: here.web,
    outOfHours: here.out_of_hours,
    designated: people.map(person => ({
      ...person,
      phone: null,
      email: null,
      ...saidOf(rows, 'contact', person.id),
    })),
    lado: saidOf(rows, 'lado'),
    police: saidOf(rows, 'police')?.route ?? policeByDefault,
    outside: saidOf(rows, 'outside') ?? outsideByDefault,
    equipment: saidOf(rows, 'equipment'),
    colour: saidOf(rows, 'colour')?.colour ?? colourByDefault,
    logo: logo?.logo && logo.hash ? { ...logo, id: logo.logo, hash: logo.hash } : undefined,
    hours: saidOf(rows, 'hours'),
  }
}

const saidOf = <P extends Part>(rows: readonly FactRow[], part: P, person: PersonId | null = null) =>
  // A row's part says what it holds: say.ts writes no other.
  rows.find(row => row.part === part && row.person_id === person)?.said as Said[P] | undefined

/** The logo's PNG, when it is still the picture that the record names. */
export async function logoOf(
  reader: Reader,
  logo: NonNullable<OrganisationFacts['logo']>,
): Promise<Uint8Array | undefined> {
  const found = await selectLogo(reader.db, reader.actor.agencyId, logo.id)
  return found && Buffer.from(found.hash).toString('base64') === logo.hash ? found.content : undefined
}

/**
 * The agency with everything that is its own to give to anybody, for the screening of what is written: its telephone,
 * address and site, and whatever numbers and addresses stand among what it says of itself.
 */
export async function ownDetails(reader: Reader) {
  const { db, actor } = reader
  const [here, facts] = await Promise.all([selectAgency(db, actor.agencyId), organisationFacts(reader)])
  const { designated, lado, police, outside, equipment } = facts
  return {
    ...here,
    also: [
      ...designated.flatMap(({ phone, email }) => [phone, email]),
      ...(lado ? [lado.phone, lado.email] : []),
      ...(equipment ? [equipment.where, equipment.who] : []),
      police,
      outside.children,
    ],
  }
}
