import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import type { PersonActor, Reader, Role } from '../records/index.ts'
import { workersOf } from './family.ts'
import { selectLine } from './line-queries.ts'
import { type PersonTable, selectPerson, selectStanding } from './queries.ts'
import { lets, mayManage, type PersonAct, personActions, type Relation } from './rules.ts'

/** What the acting person is at this moment, asked inside the transaction: roles may have ended since the page was opened. */
export async function standing(reader: Reader<PersonActor>): Promise<ReadonlySet<Role>> {
  const { actor, db } = reader
  if (actor.kind !== 'staff') return new Set()
  const { roles, present } = await selectStanding(db, actor.agencyId, actor.personId)
  return new Set(present ? roles : [])
}

export async function hasRole(reader: Reader<PersonActor>, ...wanted: readonly Role[]): Promise<boolean> {
  const has = await standing(reader)
  return wanted.some(role => has.has(role))
}

/** Whether the acting person is still of their agency: staff, child or parent. */
export async function isHere({ actor, db }: Reader<PersonActor>): Promise<boolean> {
  return (await selectStanding(db, actor.agencyId, actor.personId)).present
}

/** A person, and everything that the acting person may do with them. */
export interface PersonHere {
  readonly person: PersonTable
  readonly may: ReadonlySet<PersonAct>
}

/** A person, to do `act` with. Undefined when there is no such person here, or the table in rules.ts does not let them. */
export async function personTo<Act extends PersonAct>(
  reader: Reader<PersonActor>,
  text: string,
  act: Act,
): Promise<Permitted<Act, PersonHere> | undefined> {
  const found = await find(reader, text)
  return found?.may.has(act) ? permit(act, found) : undefined
}

/** A person, to see their page: a colleague is seen by every colleague, a child or parent by those who have to do with them. */
export async function personToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see', PersonHere> | undefined> {
  const found = await find(reader, text)
  const sees = found?.may.has('see-colleague') || found?.may.has('see-family')
  return found && sees ? permit('see', found) : undefined
}

const acts = Object.keys(personActions) as PersonAct[]

async function find(reader: Reader<PersonActor>, text: string): Promise<PersonHere | undefined> {
  const id = idFrom<'person'>(text)
  if (!id || reader.actor.kind !== 'staff') return undefined
  const person = await selectPerson(reader.db, reader.actor.agencyId, id)
  if (!person) return undefined
  const relations = await relationsTo(reader, person)
  const to = { kind: person.kind, left: person.left_at !== null }
  return { person, may: new Set(acts.filter(act => lets(act, to, relations))) }
}

/** How the acting person stands to somebody now. Nothing at all once they have left. */
async function relationsTo(reader: Reader<PersonActor>, person: PersonTable): Promise<ReadonlySet<Relation>> {
  const { actor, db } = reader
  const [{ roles, present }, line, workers] = await Promise.all([
    selectStanding(db, actor.agencyId, actor.personId),
    selectLine(db, actor.agencyId, actor.personId),
    person.kind === 'staff' ? [] : workersOf(reader, person.id),
  ])
  if (!present) return new Set()
  const below = new Set(line)
  // People may still be entered as answering to somebody whose role has ended: it gives them nothing.
  const manages = roles.some(role => mayManage.includes(role))
  const between: readonly (readonly [Relation, boolean])[] = [
    ['colleague', true],
    ['self', person.id === actor.personId],
    ['line-manager', manages && (below.has(person.id) || workers.some(({ id }) => below.has(id)))],
    ['works-with', workers.some(({ id }) => id === actor.personId)],
  ]
  return new Set([...roles, ...between.filter(([, is]) => is).map(([relation]) => relation)])
}

/** Somebody of a family, to say how they themselves are reached. */
export async function ownWay({
  actor,
  db,
}: Reader<PersonActor>): Promise<Permitted<'change-way', Pick<PersonHere, 'person'>> | undefined> {
  if (actor.kind === 'staff') return undefined
  const person = await selectPerson(db, actor.agencyId, actor.personId)
  return person && !person.left_at ? permit('change-way', { person }) : undefined
}
