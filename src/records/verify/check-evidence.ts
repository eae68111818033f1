import { contentOf, contentWithoutErased, type Evidence } from '../evidence.ts'
import { canonical } from '../log/canonical.ts'
import type { Checking } from './checking.ts'

const batch = 4000

interface Bound {
  readonly event: string | null
  readonly content: string | null
  /** What the entry said by which the content was erased. */
  readonly erased: string | null
  readonly row: Readonly<Record<string, unknown>>
}

/**
 * Holds every table's rows against the entries that recorded them, both ways: each row says what its entry says, and each
 * entry still has its row. Table and column names come from our own code, never from data.
 */
export async function checkEvidence(checking: Checking, evidence: readonly Evidence[]): Promise<void> {
  const [tables, events] = [await tablesWithRows(checking, evidence), await eventsTold(checking)]
  for (const binding of evidence) {
    if (tables.has(binding.table)) await checkRows(checking, binding)
    if (binding.events.some(event => events.has(event))) await checkNoneIsGone(checking, binding)
  }
}

/** Asked once of all: most of a small organisation's tables are empty, and each check of its own takes some milliseconds. */
async function tablesWithRows(
  { client, id }: Checking,
  evidence: readonly Evidence[],
): Promise<ReadonlySet<string>> {
  const names = [...new Set(evidence.map(({ table }) => table))]
  const { rows } = await client.query<{ name: string }>(
    names
      .map(
        name =>
          `select '${name}' as name where exists (select from ${name} where agency_id = ${client.escapeLiteral(id)})`,
      )
      .join(' union all '),
  )
  return new Set(rows.map(({ name }) => name))
}

async function eventsTold({ client, id }: Checking): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ event: string }>(
    'select distinct event from entry where agency_id = $1',
    [id],
  )
  return new Set(rows.map(({ event }) => event))
}

/** Read through a cursor, so that no row is passed over however many point to one entry. */
async function checkRows({ client, id, problem }: Checking, binding: Evidence): Promise<void> {
  const columns = binding.columns.map(name => `r.${name}`).join(', ')
  await client.query(
    `declare evidence no scroll cursor for
     select r.entry_id as "entry id", e.event as "entry event", e.content as "entry content",
       s.position as "entry position", ${columns}, case when e.id is not null and e.content is null then (
         select x.content from entry x where x.agency_id = r.agency_id and x.about_id = r.entry_id
           and x.event = 'record.erased' order by x.at desc limit 1) end as "entry erased"
     from ${binding.table} r left join entry e on e.agency_id = r.agency_id and e.id = r.entry_id
     left join entry_sequenced s on s.agency_id = r.agency_id and s.entry_id = r.entry_id
     where r.agency_id = ${client.escapeLiteral(id)} order by s.position, r.entry_id`,
  )
  for (let more = true; more; ) {
    const { rows } = await client.query<Record<string, unknown>>(`fetch ${batch} from evidence`)
    for (const read of rows) {
      const { 'entry id': entryId, 'entry event': event, 'entry content': content, ...rest } = read
      const { 'entry position': position, 'entry erased': erased, ...row } = rest
      // The names are the query's own: the database has just given these columns their types.
      const bound = { event, content, erased, row } as Bound
      const wrong = whatIsWrong(binding, bound)
      if (wrong)
        problem({
          position: (position as number | null) ?? undefined,
          entryId: `${entryId}`,
          what: `a row of ${binding.table}: ${wrong}`,
        })
    }
    more = rows.length === batch
  }
  await client.query('close evidence')
}

function whatIsWrong(binding: Evidence, { event, content, erased, row }: Bound): string | undefined {
  if (event === null) return 'no entry recorded it'
  if (!binding.events.includes(event)) return `the entry it points to is of ${event}`
  const now = canonical(contentOf(binding, row))
  if (content !== null) return now === content ? undefined : 'it is not what was recorded'
  if (canonical(contentWithoutErased(binding, row)) !== now)
    return 'it still says what was erased with its entry’s content'
  const left: unknown = erased && JSON.parse(erased).left
  return left && canonical(left) === now ? undefined : 'it is not what was left when its content was erased'
}

/** The newest entry about a thing must still have the thing. Of several at the same moment, one must. */
async function checkNoneIsGone({ client, id, problem }: Checking, binding: Evidence): Promise<void> {
  const { rows } = await client.query<{ id: string; position: number | null }>(
    `select (array_agg(id order by id))[1] as id, min(position) as position from (
       select e.id, e.about_id, second, e.at, max(e.at) over (partition by e.about_id, second) as newest, s.position,
         r.entry_id is not null as stands
       from entry e cross join lateral (select e.leaf::json -> 'about' -> 1 ->> 'id' as second) leaf
       left join entry_sequenced s on s.agency_id = e.agency_id and s.entry_id = e.id
       left join ${binding.table} r on r.agency_id = e.agency_id and r.entry_id = e.id
       where e.agency_id = $1 and e.event = any($2::text[])) told
     where at = newest group by about_id, second having not bool_or(stands) order by min(position) limit 1`,
    [id, binding.events],
  )
  if (rows[0])
    problem({
      position: rows[0].position ?? undefined,
      entryId: rows[0].id,
      what: `a row of ${binding.table} that was recorded is gone, or points elsewhere`,
    })
}
