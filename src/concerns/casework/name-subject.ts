import { openDuties, tellAtOnce } from '../../duties/index.ts'
import { Already, type Refused, refuse } from '../../kit/proof.ts'
import { holdersOf, organisationFacts, withRole } from '../../people/index.ts'
import { type Change, inVault, type PersonActor, type PersonId, type Writer } from '../../records/index.ts'
import { type About, isKeptOut } from '../../routing/index.ts'
import { aboutNow, aboutOf } from '../about-of.ts'
import { ladoDue, settingsOf } from '../limits.ts'
import { selectSteps } from '../queries.ts'
import { mayRead } from '../routes.ts'
import type { ConcernTable, SubjectTable } from '../tables.ts'
import { readersOf } from './access.ts'
import { keepOut } from './keep-out.ts'
import { letIn, type Shared, whoMayBeLetIn } from './let-in.ts'
import { holdConcern, namesOf, selectSubjects, selectTyped } from './queries.ts'
import { isDecision } from './rules.ts'

/** How it went: whether whoever named them reads on, and who reads it too from now on, so that nobody reads it alone. */
export interface Named {
  readonly stays: boolean
  readonly came: readonly string[]
}

type No = Refused<'nobody' | 'several' | 'yourself' | 'nobody-left' | 'only-you'>

/**
 * Says that a concern is about somebody of the staff. They find nothing of it from then on, nor does anybody who stands too near
 * to them: a deputy, where it is about the designated person. What they owed in it is another's. Where nobody would be left to
 * read it, or nobody but whoever names them after somebody was shut out, whoever comes next by the routing table is let in first;
 * and nobody shuts out a second who could read it where that leaves them alone and there is nobody to come.
 */
export async function nameSubject(
  writer: Writer<PersonActor>,
  shared: Shared,
  name: string,
): Promise<Change<Named, No>> {
  const { row } = shared
  const { actor } = writer
  const [one, other] = await selectTyped(writer.db, actor.agencyId, name, 'staff')
  if (!one) return refuse('nobody')
  if (other) return refuse('several')
  if (one.id === actor.personId) return refuse('yourself')
  const before = await inVault(writer, async ({ db, actor }) => {
    await holdConcern(db, row.id)
    return selectSubjects(db, actor.agencyId, row.id)
  })
  const about = await aboutOf(writer, one.id)
  const near = await tooNear(writer, about)
  const out = new Set([one.id, ...near])
  const stays = !out.has(actor.personId)
  const fresh = [...out].filter(id => !before.some(({ person_id }) => person_id === id))
  if (fresh.length === 0) return new Already({ stays, came: [] })
  const reading = await readersOf(writer, row)
  const mayShut = (id: PersonId) => reading.has(id) || row.within_reach.includes(id)
  const left = [...reading].filter(id => !out.has(id))
  const came: PersonId[] = []
  if (left.length === 0 || (left.length === 1 && stays && fresh.some(mayShut))) {
    const next = await nextInRoute(writer, row, { about: [...aboutNow(row, before), ...about], out })
    if (next.length === 0 && left.length === 0) return refuse('nobody-left')
    const again = before.some(
      one => one.named_by === actor.personId && row.within_reach.includes(one.person_id),
    )
    if (next.length === 0 && again) return refuse('only-you')
    for (const [id, recipient] of next) {
      await letIn(writer, shared, { id, recipient, why: 'handed-over' })
      came.push(id)
    }
  }
  const takes = stays ? actor.personId : ([...left, ...came][0] as PersonId)
  const names = await namesOf(writer.db, actor.agencyId, came)
  const settings = settingsOf(await organisationFacts(writer))
  const done = await inVault(writer, async inside => {
    const due = { before: ladoDue(row, before, settings), after: undefined as Date | undefined }
    // Whoever names and stands too near goes last: from then on they see nothing of it.
    const inTurn = fresh.toSorted(
      (id, other) => Number(id === actor.personId) - Number(other === actor.personId),
    )
    const [first = one.id, ...others] = inTurn
    const kept = (person: PersonId) =>
      person === one.id
        ? ({ person, why: 'named', as: about, takes } as const)
        : ({ person, why: 'too-near', as: null, takes } as const)
    let last = await keepOut(inside, row, kept(first))
    const named: Pick<SubjectTable, 'about' | 'named_at'> = { about, named_at: inside.now }
    due.after = fresh.includes(one.id) ? ladoDue(row, [...before, named], settings) : undefined
    if (due.after && !due.before && (await isLadoToBeTold(inside, row)))
      await openDuties(inside, 'tell-lado', [takes], { kind: 'concern', id: row.id }, last.entryId, due.after)
    for (const id of others) last = await keepOut(inside, row, kept(id))
    return last.with({ stays, came: came.flatMap(id => names.get(id) ?? []) })
  })
  tellAtOnce(writer, [takes])
  return done
}

/** Those of our own who may not read what is about such a person. */
async function tooNear(writer: Writer<PersonActor>, about: readonly About[]): Promise<ReadonlySet<PersonId>> {
  const roles = mayRead.filter(role => about.some(subject => isKeptOut(role, subject)))
  const found: PersonId[] = []
  for (const role of roles) found.push(...(await withRole(writer, role)))
  return new Set(found)
}

/** In which order one comes after another, where somebody has to come. */
const order = ['designated-person', 'senior-manager', 'deputy-designated-person'] as const

/** Who comes next by the routing table, of those who are free of it and whom it is not said to be about: all of one role. */
async function nextInRoute(
  writer: Writer<PersonActor>,
  row: ConcernTable,
  { about, out }: { readonly about: readonly About[]; readonly out: ReadonlySet<PersonId> },
): Promise<readonly (readonly [PersonId, string])[]> {
  const free = await whoMayBeLetIn(writer, row, about)
  const held = await holdersOf(writer, mayRead)
  const may = [...free].filter(([id]) => !out.has(id) && !row.left_out?.includes(id))
  for (const role of order) {
    const next = may.filter(([id]) => held.some(one => one.id === id && one.role === role))
    if (next.length > 0) return next
  }
  return []
}

/** Whether somebody has looked at it, who owes that from then on, and nothing was decided about the officer outside. */
async function isLadoToBeTold(inside: Writer<PersonActor>, { id }: ConcernTable): Promise<boolean> {
  const steps = await selectSteps(inside.db, inside.actor.agencyId, id)
  return (
    steps.some(({ step }) => step === 'opened') &&
    !steps.some(({ step, body }) => body === 'lado' && isDecision(step))
  )
}
