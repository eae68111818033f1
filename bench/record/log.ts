import { hash } from 'node:crypto'
import { allEvidence } from '../../src/evidence.ts'
import {
  type EntryId,
  keepOnce,
  read,
  receiptOf,
  selectReceiptEntry,
  system,
  verifyRecord,
} from '../../src/records/index.ts'
import { type Figure, figureOf } from '../setup/figure.ts'
import { interleaved, type Round, timed } from '../setup/measure.ts'
import { makeEntries, type Scratch, takeOut } from './scratch.ts'

/** How many entries the log is grown to, and in how many parts: the rate is taken of each. */
export const entries = 1_000_000
const parts = 4
const byItself = 40_000

/** Grows the log to a million entries. What is measured is the sequencer and the witness, with everything they write. */
export async function sequencing({ agency, board, owner, keeping }: Scratch): Promise<Figure> {
  const rounds: Round<'ours' | 'sql'>[] = []
  const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from entry')
  let missing = entries - (rows[0]?.count ?? 0)
  for (let part = parts; part > 0; part--) {
    const count = Math.floor(missing / part)
    missing -= count
    await makeEntries(owner, agency, count)
    const took = await timed(async () => {
      while (await keepOnce(keeping));
    })
    await makeEntries(owner, board, byItself)
    const sql = await timed(() =>
      owner.query(
        `with taken as (delete from entry_pending where agency_id = $1 returning entry_id)
         insert into entry_sequenced (agency_id, position, entry_id, hash)
         select $1, $2::int + row_number() over (order by id) - 1, id, sha256('\\x00'::bytea || convert_to(leaf, 'UTF8'))
         from taken join entry on agency_id = $1 and id = entry_id`,
        [board, (parts - part) * byItself],
      ),
    )
    rounds.push({ ours: (count * 1000) / took, sql: (byItself * 1000) / sql })
  }
  await takeOut(owner, 'agency_id = $1', [board])
  return figureOf({
    what: 'entries sequenced, with tiles, checkpoints and cosignatures',
    unit: 'a second',
    rounds,
    ours: 'ours',
    against: { name: 'sql', what: 'PostgreSQL alone: leaf hashes and positions, one statement' },
  })
}

/** The whole record verified from scratch. Throws when it does not hold. */
export async function verifying(scratch: Scratch): Promise<Figure> {
  const { ownerUrl, keeping } = scratch
  const rounds: Round<'ours' | 'reading'>[] = []
  for (let round = 0; round < 2; round++) {
    const reading = await timed(() => readAndHash(scratch))
    const ours = await timed(async () => {
      const { keys, heads } = keeping
      const { agencies, problems } = await verifyRecord({ ownerUrl, keys, heads, evidence: allEvidence })
      const found = agencies.find(one => one.slug === 'member')?.entries
      if (problems.length > 0 || found !== entries)
        throw new Error(
          `${found} entries were verified; ${problems[0]?.what ?? 'nothing is wrong with them'}`,
        )
    })
    rounds.push({ ours: ours / 1000, reading: reading / 1000 })
  }
  return figureOf({
    what: `${entries.toLocaleString('en-GB')} entries verified from scratch`,
    unit: 's',
    rounds,
    ours: 'ours',
    against: { name: 'reading', what: 'reading the same rows and hashing each leaf once' },
  })
}

async function readAndHash({ owner, agency }: Scratch): Promise<void> {
  const batch = 4000
  for (let from = 0; from < entries; from += batch) {
    const { rows } = await owner.query<{ leaf: string }>(
      `select s.position, s.entry_id, s.hash, e.at, e.event, e.person_id, e.about_id, e.leaf, e.salt, e.content
       from entry_sequenced s join entry e on e.agency_id = s.agency_id and e.id = s.entry_id
       where s.agency_id = $1 and s.position >= $2 and s.position < $3 order by s.position`,
      [agency, from, from + batch],
    )
    for (const { leaf } of rows) hash('sha256', leaf, 'buffer')
  }
}

const proofs = 200

/** An entry's receipt with its inclusion proof, in a tree of a million, against reading the entry alone. */
export async function proving({ owner, agency, ground }: Scratch): Promise<Figure> {
  const { rows } = await owner.query<{ id: EntryId }>(
    'select entry_id as id from entry_sequenced where agency_id = $1 and position % 4999 = 17',
    [agency],
  )
  const asker = system(agency)
  const each = async (work: (id: EntryId) => Promise<unknown>) => {
    const took = await timed(async () => {
      for (const { id } of rows.slice(0, proofs)) await work(id)
    })
    return took / proofs
  }
  const found = await interleaved(5, {
    ours: () =>
      each(id =>
        read(ground, asker, async ({ db }) => {
          const entry = await selectReceiptEntry(db, agency, id)
          const receipt = entry && (await receiptOf(db, agency, entry))
          if (!receipt) throw new Error('an entry has no receipt')
        }),
      ),
    reading: () => each(id => read(ground, asker, ({ db }) => selectReceiptEntry(db, agency, id))),
  })
  return figureOf({
    what: 'a receipt with its inclusion proof, of a million entries',
    unit: 'ms',
    rounds: found,
    ours: 'ours',
    against: { name: 'reading', what: 'reading the entry alone' },
  })
}
