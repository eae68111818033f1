import { type OrganisationFacts, organisationFacts } from '../people/index.ts'
import { type AgencyId, type Ground, type PersonActor, read, system } from '../records/index.ts'
import { areTaken } from './chain/tables.ts'
import { hearingOf, whoIsHere } from './hearing.ts'
import { routes } from './routes.ts'

/** The organisation that somebody tells, and who they are to it. */
export interface Telling {
  readonly agencyId: AgencyId
  readonly slug: string
  readonly whom: 'staff' | 'family' | 'anyone'
  readonly child: boolean
  /** Somebody signed in, in this very organisation. */
  readonly actor: PersonActor | undefined
}

/** The same, with what that organisation says of itself. */
export interface Where extends Telling {
  readonly office: OrganisationFacts
  /** Whether concerns are taken here, and somebody could read one. */
  readonly open: boolean
}

// The name in addresses never changes and is never given to another: nothing here may write it.
const agencies = new WeakMap<Ground['pool'], Map<string, AgencyId>>()

async function agencyNamed({ pool }: Ground, slug: string): Promise<AgencyId | undefined> {
  const known = agencies.get(pool) ?? new Map<string, AgencyId>()
  agencies.set(pool, known)
  const before = known.get(slug)
  if (before) return before
  const { rows } = await pool.query<{ id: AgencyId }>('select id from agency_by_slug($1)', [slug])
  if (rows[0]) known.set(slug, rows[0].id)
  return rows[0]?.id
}

/** An organisation by the name in an address, and who tells it; undefined where there is none. */
export async function tellingOf(
  ground: Ground,
  slug: string,
  actor: PersonActor | undefined,
): Promise<Telling | undefined> {
  const agencyId = await agencyNamed(ground, slug)
  if (!agencyId) return undefined
  const here = actor?.agencyId === agencyId ? actor : undefined
  return {
    agencyId,
    slug,
    whom: here === undefined ? 'anyone' : here.kind === 'staff' ? 'staff' : 'family',
    child: here?.kind === 'child',
    actor: here,
  }
}

/** An organisation by the name in an address; undefined where there is none. */
export async function whereOf(
  ground: Ground,
  slug: string,
  actor: PersonActor | undefined,
): Promise<Where | undefined> {
  const telling = await tellingOf(ground, slug, actor)
  if (!telling) return undefined
  return read(ground, system(telling.agencyId), async reader => {
    const [office, here, taken] = await Promise.all([
      organisationFacts(reader),
      whoIsHere(reader),
      areTaken(reader),
    ])
    return { ...telling, office, open: taken && hearingOf(here, anyChild).heardBy.length > 0 }
  })
}

const anyChild = {
  what: ['other'],
  about: ['child'],
  danger: 'no',
  online: 'no',
  webAddress: 'no',
  under18: 'not-known',
  ownImage: 'no',
  anonymous: 'no',
  elsewhere: 'not-known',
  lowLevel: 'no',
} as const

/** The name in addresses of the organisation that somebody is signed in to. */
export async function slugOf(ground: Ground, agencyId: AgencyId): Promise<string> {
  const { rows } = await ground.pool.query<{ slug: string }>('select slug from log_of_agency($1)', [agencyId])
  return rows[0]?.slug ?? ''
}

/** Where whoever is worried about somebody tells this organisation of it. */
export const tellAt = async (ground: Ground, agencyId: AgencyId): Promise<string> =>
  routes.gate.to({ place: await slugOf(ground, agencyId) })
