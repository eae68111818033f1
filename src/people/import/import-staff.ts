import { newId } from '../../kit/ids.ts'
import type { PersonId, Writer } from '../../records/index.ts'
import { addPerson } from '../add-person.ts'
import { sendInvitation } from '../invite.ts'
import { makeTeam } from '../teams/change-team.ts'
import { joinTeam } from '../teams/members.ts'
import type { StaffRow } from './check-staff.ts'
import { type Here, keyOf } from './here.ts'
import { inBatches } from './in-batches.ts'

type Coming = StaffRow & { readonly id: PersonId }

/** Adds everybody of a checked staff file, managers before those who answer to them. Says how many people that were. */
export async function importStaff(
  writer: Writer,
  rows: readonly StaffRow[],
  about: { readonly here: Here; readonly invite: boolean; readonly tell: (done: number) => void },
): Promise<number> {
  const ids = new Map<string, PersonId>([...about.here.staff].map(([email, { id }]) => [email, id]))
  const coming = rows.map(row => ({ ...row, id: newId<'person'>(writer.now.getTime()) }))
  for (const { email, id } of coming) ids.set(email, id)
  const teams = new Map(about.here.teams)
  for (const { team } of rows)
    if (team && !teams.has(keyOf(team)))
      teams.set(keyOf(team), (await makeTeam(writer, { name: team, managerId: null })).value)

  const add = async ({ id, name, email, phone, roles, manager, team }: Coming): Promise<void> => {
    const managerId = manager ? ids.get(manager) : undefined
    const added = await addPerson(writer, {
      id,
      kind: 'staff',
      name,
      email,
      phone,
      roles,
      managerId,
    })
    const teamId = team && teams.get(keyOf(team))
    if (teamId) await joinTeam(writer, teamId, added.value)
    if (about.invite) await sendInvitation(writer, added.value)
  }
  let done = 0
  for (const layer of layersOf(coming))
    await inBatches(layer, add, count => {
      done += count
      about.tell(done)
    })
  return rows.length
}

/** The rows in layers: each one's manager is in an earlier layer, or here already. The file has no circles. */
function layersOf(rows: readonly Coming[]): readonly (readonly Coming[])[] {
  const byEmail = new Map(rows.map(row => [row.email, row]))
  const depths = new Map<string, number>()
  for (const row of rows) {
    const above: Coming[] = []
    let at: Coming | undefined = row
    while (at && !depths.has(at.email)) {
      above.push(at)
      at = at.manager ? byEmail.get(at.manager) : undefined
    }
    let depth = at ? (depths.get(at.email) ?? 0) : -1
    for (const one of above.reverse()) depths.set(one.email, ++depth)
  }
  const layers: Coming[][] = []
  for (const row of rows) {
    const depth = depths.get(row.email) ?? 0
    layers[depth] ??= []
    layers[depth].push(row)
  }
  return layers
}
