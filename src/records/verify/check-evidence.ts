import { contentOf, type Evidence } from '../evidence.ts'
import { canonical } from '../log/canonical.ts'
import type { Checking } from './checking.ts'

const batch = 4000

interface Bound {
  readonly entry_id: string
  readonly event: string | null
  readonly content: string | null
  readonly row: Readonly<Record<string, unknown>>
}

/**
 * Holds a table's rows against the entries that recorded them, both ways: each row says what its entry says, and each
 * entry still has its row. Table and column names come from our own code, never from data.
 */
export async function checkEvidence(checking: Checking, binding: Evidence): Promise<void> {
  await checkRows(checking, binding)
  await checkNoneIsGone(checking, binding)
}

async function checkRows({ client, id, problem }: Checking, binding: Evidence): Promise<void> {
  const columns = binding.columns.map(name => `r.${name}`).join(', ')
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<Record<string, unknown>>(
      `select r.entry_id as "entry id", e.event as "entry event", e.content as "entry content", ${columns}
       from ${binding.table} r left join entry e on e.agency_id = r.agency_id and e.id = r.entry_id
       where r.agency_id = $1 and r.entry_id > $2 order by r.entry_id limit ${batch}`,
      [id, after],
    )
    for (const { 'entry id': entryId, 'entry event': event, 'entry content': content, ...row } of rows) {
      const wrong = whatIsWrong(binding, {
        entry_id: `${entryId}`,
        event: event as string | null,
        content: content as string | null,
        row,
      })
      if (wrong) problem({ entryId: `${entryId}`, what: `a row of ${binding.table}: ${wrong}` })
    }
    if (rows.length < batch) return
    after = `${rows.at(-1)?.['entry id']}`
  }
}

function whatIsWrong(binding: Evidence, { event, content, row }: Bound): string | undefined {
  if (event === null) return 'no entry recorded it'
  if (!binding.events.includes(event)) return `the entry it points to is of ${event}`
  if (content === null) {
    const told = binding.erasable.find(name => row[name] !== null)
    return told ? `its ${told} should have been erased with its entry’s content` : undefined
  }
  return canonical(contentOf(binding, row)) === content ? undefined : 'it is not what was recorded'
}

/** The newest entry about a thing must still have the thing. */
async function checkNoneIsGone({ client, id, problem }: Checking, binding: Evidence): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from (
       select distinct on (e.about_id, e.leaf::json -> 'about' -> 1 ->> 'id') e.id from entry e
       where e.agency_id = $1 and e.event = any($2::text[])
       order by e.about_id, e.leaf::json -> 'about' -> 1 ->> 'id', e.at desc, e.id desc) newest
     where not exists (select from ${binding.table} r where r.agency_id = $1 and r.entry_id = newest.id) limit 1`,
    [id, binding.events],
  )
  if (rows[0])
    problem({
      entryId: rows[0].id,
      what: `a row of ${binding.table} that was recorded is gone, or points elsewhere`,
    })
}
