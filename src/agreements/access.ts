import { dayAt } from '../guidance/index.ts'
import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { familyOf, hasRole, isAdultAtRisk, type PersonRow, person, personTo } from '../people/index.ts'
import type { PersonActor, PersonId, Reader } from '../records/index.ts'
import { selectAge } from './queries.ts'
import { maySetAge } from './rules.ts'

/** A child (or an adult who may be at risk), and who may say something about contact with them. */
export interface AboutChild {
  readonly child: PersonRow
  /** They are grown up: they agree for themselves, and nobody does it for them. */
  readonly adult: boolean
  /** They may say yes for themselves: they are an adult, or as old as the organisation asks. */
  readonly ownYes: boolean
  readonly parents: readonly { readonly id: PersonId; readonly name: string }[]
}

/** Whether somebody born on a day is `age` years old on another. False when nobody knows the day. */
export function isOldEnough(bornOn: string | null, age: number, on: string): boolean {
  if (!bornOn) return false
  const [year = 0, rest = ''] = [Number(bornOn.slice(0, 4)), bornOn.slice(4)]
  return `${year + age}${rest}` <= on
}

async function aboutChild(reader: Reader<PersonActor>, child: PersonRow): Promise<AboutChild> {
  const { db, actor, now } = reader
  const [adult, parents, { age }] = await Promise.all([
    isAdultAtRisk(reader, child.id),
    familyOf(reader, child.id),
    selectAge(db, actor.agencyId),
  ])
  return { child, adult, parents, ownYes: adult || isOldEnough(child.born_on, age, dayAt(now)) }
}

/** A child, for the staff who work with them and those who answer for it. */
export async function childToAgree(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'agree-for', AboutChild> | undefined> {
  const found = await personTo(reader, text, 'see-agreements')
  return found && permit('agree-for', await aboutChild(reader, found.person))
}

/** A parent's own child, or the acting person themselves, to say something about contact with them. */
export async function childOfOnes(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'answer', AboutChild> | undefined> {
  const { actor } = reader
  const id = idFrom<'person'>(text)
  if (!id || actor.kind === 'staff') return undefined
  const theirs = actor.kind === 'child' ? [] : await familyOf(reader, actor.personId)
  const isTheirs = actor.kind === 'child' ? id === actor.personId : theirs.some(one => one.id === id)
  const child = isTheirs ? await person(reader, id) : undefined
  if (!child || child.left_at || child.kind !== 'child') return undefined
  const about = await aboutChild(reader, child)
  // Whoever is grown up speaks for themselves.
  return about.adult && actor.kind !== 'child' ? undefined : permit('answer', about)
}

/** The children that a parent may answer for; a child themselves. */
export async function childrenToAnswer(reader: Reader<PersonActor>): Promise<readonly AboutChild[]> {
  const { actor } = reader
  const ids =
    actor.kind === 'child' ? [actor.personId] : (await familyOf(reader, actor.personId)).map(one => one.id)
  const all = await Promise.all(ids.map(id => childOfOnes(reader, id)))
  return all.flatMap(one => one ?? [])
}

/** To say from which age a young person agrees for themselves. */
export async function leaveToSetAge(
  reader: Reader<PersonActor>,
): Promise<Permitted<'set-age', Awaited<ReturnType<typeof selectAge>>> | undefined> {
  if (!(await hasRole(reader, ...maySetAge))) return undefined
  return permit('set-age', await selectAge(reader.db, reader.actor.agencyId))
}
