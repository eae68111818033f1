import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import { hasRole } from '../../people/index.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { keyedStaff } from '../keyed-staff.ts'
import { mayHaveKey } from '../rules.ts'
import {
  type Keyholder,
  type Nameable,
  selectKeyholders,
  selectNameable,
  selectRecoveryKey,
} from './holder-queries.ts'
import { type RecoveryRow, selectRecovery } from './queries.ts'
import { mayName } from './rules.ts'
import type { RecoveryKeyTable } from './tables.ts'

/** The recovery key that stands, who holds it, and who could. */
export interface Held {
  readonly key: RecoveryKeyTable | undefined
  readonly holders: readonly Keyholder[]
  readonly nameable: readonly Nameable[]
}

const worksFor = ({ holders }: Held, id: string): boolean => holders.some(one => one.id === id && one.works)

/** Whether two of them could still open it together. */
export const canOpen = ({ holders }: Pick<Held, 'holders'>): boolean =>
  holders.filter(({ works }) => works).length >= 2

export async function heldNow(reader: Reader): Promise<Held> {
  const { db, actor } = reader
  const [key, nameable, staff] = await Promise.all([
    selectRecoveryKey(db, actor.agencyId),
    selectNameable(db, actor.agencyId),
    keyedStaff(reader),
  ])
  const named = key ? await selectKeyholders(db, actor.agencyId, key.id) : []
  return {
    key,
    nameable: nameable.filter(({ id }) => staff.includes(id)),
    holders: named.map(one => ({ ...one, works: one.works && staff.includes(one.id) })),
  }
}

/** The keyholders, for whoever may have a key to see. */
export async function keyholdersToSee(
  reader: Reader<PersonActor>,
): Promise<Permitted<'see-keyholders', Held> | undefined> {
  return (await hasRole(reader, ...mayHaveKey)) ? permit('see-keyholders', await heldNow(reader)) : undefined
}

/** Leave to name keyholders by oneself: only while no two of them could. */
export async function keyholdersToName(
  reader: Reader<PersonActor>,
): Promise<Permitted<'name-keyholders', Held> | undefined> {
  if (!(await hasRole(reader, ...mayName))) return undefined
  const held = await heldNow(reader)
  return canOpen(held) ? undefined : permit('name-keyholders', held)
}

/** Leave to ask another keyholder for other keyholders: who is one, and can open their part. */
export async function keyholdersToChange(
  reader: Reader<PersonActor>,
): Promise<Permitted<'change-keyholders', Held & { readonly key: RecoveryKeyTable }> | undefined> {
  if (!(await hasRole(reader, ...mayHaveKey))) return undefined
  const held = await heldNow(reader)
  const { key } = held
  return key && canOpen(held) && worksFor(held, reader.actor.personId)
    ? permit('change-keyholders', { ...held, key })
    : undefined
}

/** How the reader stands to what two keyholders are asked. */
export interface RecoveryHere {
  readonly recovery: RecoveryRow
  readonly held: Held
  /** They are one of those who may open their part of it now. */
  readonly helps: boolean
  /** They are asked for themselves, or asked it, or could help: they may stop it. */
  readonly stops: boolean
}

/** What two keyholders are asked: everybody who may have a key sees that it is, and who did what. */
export async function recoveryToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see-recovery', RecoveryHere> | undefined> {
  const id = idFrom<'recovery'>(text)
  const { actor, db } = reader
  if (!id || !(await hasRole(reader, ...mayHaveKey))) return undefined
  const [recovery, held] = await Promise.all([selectRecovery(db, actor.agencyId, id), heldNow(reader)])
  if (!recovery) return undefined
  const me = actor.personId
  const open = !recovery.second_at && !recovery.ended_at
  const wasNamed = (await selectKeyholders(db, actor.agencyId, recovery.recovery_id)).some(
    one => one.id === me,
  )
  const helps = open && wasNamed && worksFor(held, me) && me !== recovery.for_id && me !== recovery.first_by
  const stops =
    open && (helps || me === recovery.for_id || me === recovery.asked_by || me === recovery.first_by)
  return permit('see-recovery', { recovery, held, helps, stops })
}
