import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { Change, PersonActor, PersonId, Writer } from '../../records/index.ts'
import type { Above } from '../above.ts'
import type { PersonHere } from '../access.ts'
import { endLinks } from '../families/end-links.ts'
import { sendInvitation } from '../invite.ts'
import { type PersonTable, selectStaffByEmail } from '../queries.ts'
import { changePerson } from './change-person.ts'
import { isNumberShared } from './childs-number.ts'

/** What can be corrected. A thing that is not there stays as it is. */
export type Corrections = Partial<Pick<PersonTable, 'name' | 'email' | 'phone'>>

export type CorrectingRefusal = Refused<'known'> | Refused<'not-agreed'> | Refused<'shared-number'>

/** Whether their address may be corrected here: once staff have joined, it is what they sign in with. */
export const mayChangeAddress = ({ kind, login_id }: PersonTable): boolean =>
  kind !== 'staff' || login_id === null

/**
 * Corrects a person's name, address or number. What was sent to the address before opens nothing any more: a family's
 * links end, and an invitation is sent afresh to the new one. A child's number is entered only where texts or calls with them are
 * agreed to, and is nobody else's: the database refuses the first too.
 */
export async function correctPerson(
  writer: Writer<PersonActor>,
  { person }: Permitted<'correct', PersonHere>,
  about: {
    readonly corrections: Corrections
    readonly family: Permitted<'end-links', PersonHere> | undefined
  },
  { linksEnded, mayHoldNumber }: Above,
): Promise<Change<PersonId, CorrectingRefusal>> {
  const { db, actor } = writer
  const { corrections, family } = about
  const changed = Object.entries(corrections).some(
    ([key, value]) => person[key as keyof Corrections] !== value,
  )
  if (!changed) return new Already(person.id)
  const number = corrections.phone !== person.phone && corrections.phone
  if (number && person.kind === 'child' && !(await mayHoldNumber(writer, person.id)))
    return refuse('not-agreed')
  if (number && (await isNumberShared(db, actor.agencyId, { ...person, phone: number })))
    return refuse('shared-number')
  const moved = corrections.email !== undefined && corrections.email !== person.email
  if (moved && person.kind === 'staff') {
    if (corrections.email && (await selectStaffByEmail(db, actor.agencyId, corrections.email)))
      return refuse('known')
    await sendInvitation(writer, person.id)
  }
  if (moved && family) {
    await linksEnded(writer, person.id)
    await endLinks(writer, family)
  }
  return changePerson(writer, person, corrections)
}
