import { newId } from '../kit/ids.ts'
import { contentOf, newEntryId, type PersonId, type Recorded, record, type Writer } from '../records/index.ts'
import { familyTieEvidence, workLinkEvidence } from './evidence.ts'
import { type FamilyTieTable, tables, type WorkLinkTable } from './queries.ts'

/** Says who is whose parent or carer: for the first time, or again where it ended. */
export async function tieFamily(
  writer: Writer,
  tie: { readonly childId: PersonId; readonly parentId: PersonId; readonly relationship: string },
): Promise<Recorded<undefined>> {
  const { actor, now, db } = writer
  const entryId = newEntryId(writer)
  const row: FamilyTieTable = {
    agency_id: actor.agencyId,
    child_id: tie.childId,
    parent_id: tie.parentId,
    relationship: tie.relationship,
    since: now,
    until: null,
    why_ended: null,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'family.tied',
        about: [
          { kind: 'person', id: tie.childId },
          { kind: 'person', id: tie.parentId },
        ],
        cites: [],
        content: contentOf(familyTieEvidence, row),
      },
      { id: entryId },
    ),
    tables(db)
      .insertInto('family_tie')
      .values(row)
      .onConflict(before =>
        before.columns(['agency_id', 'child_id', 'parent_id']).doUpdateSet(again => ({
          relationship: again.ref('excluded.relationship'),
          since: again.ref('excluded.since'),
          until: null,
          why_ended: null,
          entry_id: again.ref('excluded.entry_id'),
        })),
      )
      .execute(),
  ])
  return done
}

/** Says that somebody is no longer a child’s parent or carer here, and why. What rests on it is ended by whoever calls. */
export async function endTie(
  writer: Writer,
  tie: FamilyTieTable,
  why: string,
): Promise<Recorded<{ readonly child: PersonId; readonly parent: PersonId }>> {
  const entryId = newEntryId(writer)
  const ended: FamilyTieTable = { ...tie, until: writer.now, why_ended: why, entry_id: entryId }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'family.untied',
        about: [
          { kind: 'person', id: tie.child_id },
          { kind: 'person', id: tie.parent_id },
        ],
        cites: [],
        content: contentOf(familyTieEvidence, ended),
      },
      { id: entryId, value: { child: tie.child_id, parent: tie.parent_id } },
    ),
    tables(writer.db)
      .updateTable('family_tie')
      .set({ until: ended.until, why_ended: why, entry_id: entryId })
      .where('agency_id', '=', tie.agency_id)
      .where('child_id', '=', tie.child_id)
      .where('parent_id', '=', tie.parent_id)
      .execute(),
  ])
  return done
}

/** Says that a member of staff works with a child from now on, and for what. Contact is open while this stands. */
export async function beginWork(
  writer: Writer,
  work: { readonly staffId: PersonId; readonly childId: PersonId; readonly purpose: string },
): Promise<Recorded<WorkLinkTable['id']>> {
  const { actor, now, db } = writer
  const entryId = newEntryId(writer)
  const row: WorkLinkTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    staff_id: work.staffId,
    child_id: work.childId,
    purpose: work.purpose,
    since: now,
    until: null,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'work.began',
        about: [
          { kind: 'work-link', id: row.id },
          { kind: 'person', id: work.staffId },
          { kind: 'person', id: work.childId },
        ],
        cites: ['SN-POOR-2'],
        content: contentOf(workLinkEvidence, row),
      },
      { id: entryId, value: row.id },
    ),
    tables(db).insertInto('work_link').values(row).execute(),
  ])
  return done
}

/** Says that a member of staff no longer works with a child. Contact about it closes with it. */
export async function endWork(writer: Writer, link: WorkLinkTable): Promise<Recorded<WorkLinkTable['id']>> {
  const entryId = newEntryId(writer)
  const ended = { ...link, until: writer.now, entry_id: entryId }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'work.ended',
        about: [
          { kind: 'work-link', id: link.id },
          { kind: 'person', id: link.staff_id },
          { kind: 'person', id: link.child_id },
        ],
        cites: ['SN-POOR-2'],
        content: contentOf(workLinkEvidence, ended),
      },
      { id: entryId, value: link.id },
    ),
    tables(writer.db)
      .updateTable('work_link')
      .set({ until: ended.until, entry_id: entryId })
      .where('agency_id', '=', link.agency_id)
      .where('id', '=', link.id)
      .execute(),
  ])
  return done
}
