import { type EntryRow, whatIsWrong } from './check-entry.ts'
import type { Checking } from './checking.ts'

/** Entries that are not in the log must be waiting for it, and hold by themselves. Gives how many wait. */
export async function checkUnsequenced({ client, id, problem }: Checking): Promise<number> {
  const { rows } = await client.query<EntryRow & { waits: boolean }>(
    `select e.id, e.at, e.event, e.person_id, e.about_id, e.leaf, e.salt, e.content, p.entry_id is not null as waits
     from entry e
     left join entry_pending p on p.agency_id = e.agency_id and p.entry_id = e.id
     where e.agency_id = $1 and not exists (select from entry_sequenced s where s.agency_id = e.agency_id and s.entry_id = e.id)
     order by e.id`,
    [id],
  )
  const hidden = rows.find(row => !row.waits)
  if (hidden)
    problem({
      entryId: hidden.id,
      what: 'an entry is neither in the log nor waiting for it: it was put in behind the record’s back',
    })
  for (const row of rows) {
    const wrong = row.waits && whatIsWrong(row)
    if (wrong) problem({ entryId: row.id, what: `an entry that waits for the log: ${wrong}` })
  }
  return rows.filter(row => row.waits).length
}
