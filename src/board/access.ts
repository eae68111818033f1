import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { agency, hasRole, type MemberAgency, memberAgencies } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'

/**
 * The agencies that answer to the board, for somebody who sits on it. Row-level security shows a board its own member
 * agencies and no others, and a member agency none.
 */
export async function agenciesToOversee(
  reader: Reader<PersonActor>,
): Promise<readonly Permitted<'oversee', MemberAgency>[] | undefined> {
  const { kind } = await agency(reader)
  if (kind !== 'board' || !(await hasRole(reader, 'board-member'))) return undefined
  return (await memberAgencies(reader)).map(member => permit('oversee', member))
}

export async function agencyToOversee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'oversee', MemberAgency> | undefined> {
  const id = idFrom<'agency'>(text)
  return (await agenciesToOversee(reader))?.find(one => one.id === id)
}
