import { owes } from '../../duties/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import { hasRole, lineOf, type Member, mayManage, staff, standing, withRole } from '../../people/index.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { type PolicyInForce, policyToFollow } from '../access.ts'
import { type SheetId, type SheetRow, selectSheet } from './queries.ts'
import { mayConfirm, maySeeEverySheet, sheetState } from './rules.ts'

/** A policy in force, with those whom the acting person answers for, by name. */
export interface PolicyOnPaper {
  readonly found: PolicyInForce
  readonly line: readonly Member[]
}

/** A policy for whose signing on paper a manager answers: by the people of their own line, and no others. */
export async function policyToRecord(
  reader: Reader<PersonActor>,
  policy: string,
): Promise<Permitted<'record-paper', PolicyOnPaper> | undefined> {
  if (!(await hasRole(reader, ...mayManage))) return undefined
  const [found, line, everybody] = await Promise.all([
    policyToFollow(reader, policy),
    lineOf(reader, reader.actor.personId),
    staff(reader),
  ])
  const mine = new Set(line)
  return found && permit('record-paper', { found, line: everybody.filter(({ id }) => mine.has(id)) })
}

/** A sheet, and whether the acting person may answer it. */
export interface SheetSeen {
  readonly sheet: SheetRow
  readonly mayAnswer: boolean
}

/**
 * A sheet as those may see it who recorded it, were asked to confirm it, or see every sheet of the agency. To answer it
 * they must be somebody else than its recorder and those on it. Undefined for everybody else.
 */
export async function sheetToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see-sheet', SheetSeen> | undefined> {
  const { db, actor } = reader
  const id: SheetId | undefined = idFrom<'paper-sheet'>(text)
  const roles = await standing(reader)
  const sheet = id && roles.size > 0 ? await selectSheet(db, actor.agencyId, id) : undefined
  if (!sheet) return undefined
  const me = actor.personId
  const all = maySeeEverySheet.some(role => roles.has(role))
  const asked = await owes(reader, { kind: 'confirm-paper', person: me, aboutId: sheet.id })
  if (!all && !asked && sheet.recorded_by !== me && sheet.asked_id !== me) return undefined
  const third = sheet.recorded_by !== me && !sheet.persons.includes(me)
  const mayAnswer =
    third && (all || asked) && mayConfirm.some(role => roles.has(role)) && sheetState(sheet) === 'waiting'
  return permit('see-sheet', { sheet, mayAnswer })
}

/** Everybody who may be asked to confirm a sheet that the acting person recorded. */
export async function seconds(reader: Reader<PersonActor>): Promise<readonly Member[]> {
  const ids = new Set((await Promise.all(mayConfirm.map(role => withRole(reader, role)))).flat())
  ids.delete(reader.actor.personId)
  return (await staff(reader)).filter(({ id }) => ids.has(id))
}
