import { askAnew, handOverDuties, heldDuties, type WhomNow } from '../../duties/index.ts'
import { refuse } from '../../kit/proof.ts'
import { type PersonId, roles, type Writer } from '../../records/index.ts'
import { selectLine } from '../line-queries.ts'
import { beginWork, endWork } from '../link-family.ts'
import { changePerson } from '../person/change-person.ts'
import { selectReports, selectWork } from '../person/queries.ts'
import { type PersonTable, selectPerson } from '../queries.ts'
import { mayManage, mayWork } from '../rules.ts'
import { changeTeam } from '../teams/change-team.ts'
import { selectTeamsManaged } from '../teams/queries.ts'
import type { Handing, Holding } from './holding.ts'

const children: Holding = {
  kind: 'children',
  words: ['child they work with', 'children they work with'],
  roles: mayWork,
  heldBy: async ({ db, actor }, personId) =>
    (await selectWork(db, actor.agencyId, personId)).map(({ id, child_name }) => ({ id, name: child_name })),
  async handOver(writer, { from, to }) {
    const { db, actor } = writer
    const [links, theirs] = [
      await selectWork(db, actor.agencyId, from),
      await selectWork(db, actor.agencyId, to),
    ]
    for (const { child_name, staff_name, ...link } of links) {
      await endWork(writer, link)
      const { child_id: childId, purpose } = link
      // Who works with the child for the same purpose already goes on as they were.
      if (!theirs.some(one => one.child_id === childId && one.purpose === purpose))
        await beginWork(writer, { staffId: to, childId, purpose })
    }
    return undefined
  },
}

const people: Holding = {
  kind: 'people',
  words: ['person who answers to them', 'people who answer to them'],
  roles: mayManage,
  heldBy: async ({ db, actor }, personId) =>
    (await selectReports(db, actor.agencyId, personId)).map(({ id, name }) => ({ id, name })),
  async handOver(writer, { from, to }) {
    const { db, actor } = writer
    const [leaver, reports] = [
      await selectPerson(db, actor.agencyId, from),
      await selectReports(db, actor.agencyId, from),
    ]
    for (const report of reports) {
      const below = await selectLine(db, actor.agencyId, report.id)
      if (below.includes(to)) return refuse('circle', { manager: report.name })
    }
    for (const report of reports) {
      // One of them who takes the others over answers to whoever the leaver answered to.
      const managerId = report.id === to ? await managerStillHere(writer, leaver) : to
      await changePerson(writer, report, { manager_id: managerId })
    }
    return undefined
  },
}

async function managerStillHere(
  { db, actor }: Writer,
  leaver: PersonTable | undefined,
): Promise<PersonId | null> {
  if (!leaver?.manager_id) return null
  const manager = await selectPerson(db, actor.agencyId, leaver.manager_id)
  return manager && !manager.left_at ? manager.id : null
}

const teams: Holding = {
  kind: 'teams',
  words: ['team they lead', 'teams they lead'],
  roles: mayManage,
  heldBy: async ({ db, actor }, personId) =>
    (await selectTeamsManaged(db, actor.agencyId, personId)).map(({ id, name }) => ({ id, name })),
  async handOver(writer, { from, to }) {
    for (const team of await selectTeamsManaged(writer.db, writer.actor.agencyId, from))
      await changeTeam(writer, team, { manager_id: to })
    return undefined
  },
}

const duties: Holding = {
  kind: 'duties',
  words: ['duty that is theirs to do', 'duties that are theirs to do'],
  roles,
  heldBy: (reader, personId) => heldDuties(reader, personId, 'passes'),
  async handOver(writer, { from, to, entry }: Handing) {
    await handOverDuties(writer, { from, to }, entry)
    return undefined
  },
}

/** What opens only to whom it is asked of. Stands last: by then others have what the leaver had, and answer for whom they did. */
export const askedHolding = (whomNow: WhomNow): Holding => ({
  kind: 'asked',
  words: ['thing that was asked of them', 'things that were asked of them'],
  roles: 'asked-anew',
  heldBy: (reader, personId) => heldDuties(reader, personId, 'asked-anew'),
  async handOver(writer, { from, entry }) {
    await askAnew(writer, from, whomNow, entry)
    return undefined
  },
})

/** What people's own tables say is somebody's. Duties stand below people, so theirs is told here. */
export const peopleHoldings: readonly Holding[] = [children, people, teams, duties]
