import { openDutiesOf, tellAtOnce } from '../../duties/index.ts'
import { type Refused, refuse } from '../../kit/proof.ts'
import { withRole } from '../../people/index.ts'
import {
  type EntryId,
  inVault,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Reader,
  type Recorded,
  type Role,
  record,
  type Writer,
} from '../../records/index.ts'
import { isKeptOut } from '../../routing/index.ts'
import { recipientsOf, type Unlocked } from '../../sealing/index.ts'
import { mayRead } from '../routes.ts'
import type { ConcernId } from '../tables.ts'
import { letFollow } from './let-follow.ts'
import { isPassing, pass } from './pass.ts'
import { selectActionsOf, selectToHandOver, type ToHandOver } from './queries.ts'

/** So many in one step: a page answers in time. */
export const mostAtOnce = 200

/** Who may take over: everybody else who is here, has a role in which concerns are read, and a key. With their roles. */
export async function whoMayTakeOver(
  reader: Reader<PersonActor>,
): Promise<ReadonlyMap<PersonId, { readonly recipient: string; readonly roles: readonly Role[] }>> {
  const roles = new Map<PersonId, (typeof mayRead)[number][]>()
  for (const role of mayRead)
    for (const id of await withRole(reader, role)) roles.set(id, [...(roles.get(id) ?? []), role])
  roles.delete(reader.actor.personId)
  const keys = await recipientsOf(reader, [...roles.keys()])
  return new Map([...keys].map(([id, recipient]) => [id, { recipient, roles: roles.get(id) ?? [] }]))
}

/** How it went: how many became another's to read, how many could not be this one's, and how many are left for another step. */
export interface Handed {
  readonly to: PersonId
  readonly handed: number
  readonly barred: number
  /** That the acting person’s own key opens no more. */
  readonly shut: number
  readonly left: number
}

/**
 * Hands over what the acting person reads, and what opens to nobody but them: seals what opens each to whoever takes over too,
 * with the acting person's own key, and passes what they owe because of it. Never a concern that is about whoever takes over,
 * or in which their role is too near. The acting person reads on until they leave.
 */
export async function handOver(
  writer: Writer<PersonActor>,
  unlocked: Unlocked,
  to: PersonId,
): Promise<Recorded<Handed> | Refused<'cannot-take'>> {
  const taker = (await whoMayTakeOver(writer)).get(to)
  if (!taker) return refuse('cannot-take')
  const done = await inVault(writer, async inside => {
    const all = await selectToHandOver(inside.db, to)
    const may = all.filter(one => !one.barred && !isTooNear(one, taker.roles))
    const fresh = may.filter(one => !one.theirs)
    const now = fresh.slice(0, mostAtOnce)
    const entry = newEntryId(inside)
    const handed: ToHandOver[] = []
    const about = { to, recipient: taker.recipient, unlocked, entry, why: 'handed-over' } as const
    for (const one of now) if (await letFollow(inside, { one, ...about })) handed.push(one)
    await passDuties(inside, { may: may.filter(one => one.theirs || handed.includes(one)), to, entry })
    return record(
      inside,
      {
        event: 'concerns.handed-over',
        about: [
          { kind: 'person', id: inside.actor.personId },
          { kind: 'person', id: to },
        ],
        cites: ['REP-4'],
        content: { to, concerns: handed.map(({ id }) => id) },
      },
      {
        id: entry,
        value: {
          to,
          handed: handed.length,
          shut: now.length - handed.length,
          barred: all.length - may.length,
          left: fresh.length - now.length,
        },
      },
    )
  })
  tellAtOnce(writer, [to])
  return done
}

/** Whether somebody with these roles would have to tell whom it is about. */
export const isTooNear = ({ about }: Pick<ToHandOver, 'about'>, roles: readonly Role[]): boolean =>
  mayRead.some(role => roles.includes(role) && about.some(subject => isKeptOut(role, subject)))

/** What the acting person owes because of these is owed by whoever takes over, due when it was due. */
async function passDuties(
  inside: Writer<PersonActor>,
  about: { readonly may: readonly ToHandOver[]; readonly to: PersonId; readonly entry: EntryId },
): Promise<void> {
  const ids = about.may.map(({ id }) => id)
  const actions = await selectActionsOf(inside.db, inside.actor.agencyId, ids)
  const things = new Set<string>([...ids, ...actions.map(({ id }) => id)])
  for (const duty of await openDutiesOf(inside, inside.actor.personId))
    if (isPassing(duty.kind) && things.has(duty.about_id)) await pass(inside, duty, about)
}

/** What there is to hand over: how much of it opens to nobody else, and how much in all. */
export const whatIsThere = (
  reader: Reader<PersonActor>,
): Promise<{ readonly all: number; readonly alone: readonly ConcernId[] }> =>
  inVault(reader, async ({ db }) => {
    const rows = await selectToHandOver(db, null)
    return { all: rows.length, alone: rows.filter(({ alone }) => alone).map(({ id }) => id) }
  })
