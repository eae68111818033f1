import type pg from 'pg'
import { together } from '../kit/db/index.ts'
import { tokenHash } from '../kit/tokens.ts'
import type { AgencyId, PersonActor, PersonId, Role } from '../records/index.ts'
import type { Opens, Visitor } from '../screens/index.ts'
import { agencyCookie, cookieOf, type Factor, isWhole, type SignIn } from './sign-in/index.ts'

export const familyCookie = 'lanyard.family'

const nobody: Visitor = { kind: 'nobody' }

export interface PersonOfLogin {
  agency_id: AgencyId
  agency_name: string
  agency_kind: 'board' | 'member'
  person_id: PersonId
  name: string
  roles: Role[]
}

interface Behind {
  readonly factor: Factor
  /** Everybody this login is, in every agency; by the agency's name. */
  readonly persons: readonly PersonOfLogin[]
}

interface Gate {
  readonly pool: pg.Pool
  readonly signIn: SignIn
  readonly clock: () => Date
}

/** Everybody this login is, in every agency; by the agency's name. */
export async function personsOfLogin(pool: pg.Pool, loginId: string): Promise<PersonOfLogin[]> {
  const { rows } = await pool.query<PersonOfLogin>({
    name: 'persons-of-login',
    text: 'select * from persons_of_login($1)',
    values: [loginId],
  })
  return rows
}

/** Everybody this login is, as those who act: what is done to a sign-in is done in each of its agencies. */
export const actorsOfLogin = async (pool: pg.Pool, loginId: string): Promise<PersonActor[]> =>
  (await personsOfLogin(pool, loginId)).map(actorOf)

const actorOf = (person: PersonOfLogin): PersonActor => ({
  kind: 'staff',
  agencyId: person.agency_id,
  personId: person.person_id,
  name: person.name,
  roles: person.roles,
  place: person.agency_name,
})

/** The sign-ins of these tokens and who each is, in one round trip. */
async function behind({ pool, clock }: Gate, tokens: readonly string[]): Promise<Map<string, Behind>> {
  type Row = { token: string; factor: Factor } & (PersonOfLogin | { person_id: null })
  const { rows } = await pool.query<Row>({
    name: 'behind-sessions',
    // Planned once for however many tokens there are: a list whose length the planner can see gets a plan of its own each time.
    text: `select s.token, s.factor, p.* from unnest(array(select unnest($1::text[]))) as asked (token)
      join auth.session s on s.token = asked.token left join lateral persons_of_login(s."userId") p on true
      where s."expiresAt" > $2 order by p.agency_name`,
    values: [tokens, clock()],
  })
  const found = new Map<string, { factor: Factor; persons: PersonOfLogin[] }>()
  for (const row of rows) {
    const one = found.get(row.token) ?? { factor: row.factor, persons: [] }
    if (row.person_id !== null) one.persons.push(row)
    found.set(row.token, one)
  }
  return found
}

/** Says who sends a request, looked up in the database each time: what has ended has ended at once. */
export function visitorOf(gate: Gate): (request: Request, opens: Opens) => Promise<Visitor> {
  const { pool, signIn, clock } = gate
  const sessionOf = together((tokens: readonly string[]) => behind(gate, tokens))
  return async (request, opens) => {
    if (opens === 'family') return familyVisitor(pool, request, clock())
    const token = signIn.tokenOf(request)
    const found = token === undefined ? undefined : await sessionOf(token)
    if (!found) return opens === 'anyone' ? familyVisitor(pool, request, clock()) : nobody
    if (!isWhole(found.factor)) return { kind: 'entering' }
    return staffVisitor(found.persons, cookieOf(request, agencyCookie))
  }
}

function staffVisitor(persons: readonly PersonOfLogin[], chosen: string | undefined): Visitor {
  const person =
    persons.find(one => one.agency_id === chosen) ?? (persons.length === 1 ? persons[0] : undefined)
  return person ? { kind: 'staff', actor: actorOf(person) } : { kind: 'choosing' }
}

/** The child, parent or carer whose own cookie this request carries, whoever else is signed in beside them. */
export async function familyVisitor(pool: pg.Pool, request: Request, now: Date): Promise<Visitor> {
  const token = cookieOf(request, familyCookie)
  if (!token) return nobody
  const { rows } = await pool.query({
    name: 'person-of-family-session',
    text: 'select * from person_of_family_session($1, $2)',
    values: [tokenHash(token), now],
  })
  const found = rows[0] as
    | {
        agency_id: AgencyId
        agency_name: string
        person_id: PersonId
        name: string
        kind: 'child' | 'parent'
      }
    | undefined
  if (!found) return nobody
  const { agency_id: agencyId, person_id: personId, name, kind } = found
  return { kind: 'family', actor: { kind, agencyId, personId, name, roles: [], place: found.agency_name } }
}
