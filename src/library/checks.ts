import { dayAt, hasExpired, isNoteId, type Note, type NoteId, note } from '../guidance/index.ts'
import { person } from '../people/index.ts'
import type { Reader } from '../records/index.ts'
import { noteHash } from './note-hash.ts'
import { type NoteCheckTable, selectNewestChecks } from './queries.ts'
import type { Finding } from './rules.ts'

/** The agency's newest check of a note. */
export interface Check {
  readonly who: string
  readonly at: Date
  readonly finding: Finding
  readonly remark: string
  /** The note says something else now than when it was checked, so the check is of words that are gone. */
  readonly ofOtherWords: boolean
}
export type Checks = ReadonlyMap<NoteId, Check>

/** What the reader's agency has checked, note by note. */
export async function checksOf(reader: Reader): Promise<Checks> {
  const rows = await selectNewestChecks(reader.db, reader.actor.agencyId)
  const people = new Map(
    await Promise.all(
      [...new Set(rows.map(row => row.person_id))].map(
        async id => [id, (await person(reader, id))?.name ?? 'Somebody'] as const,
      ),
    ),
  )
  return new Map(
    rows.flatMap(row => {
      // A note that Lanyard no longer has is not shown: its check stays on the record.
      if (!isNoteId(row.note)) return []
      return [[row.note, checkOf(row, note(row.note), people.get(row.person_id) ?? '')] as const]
    }),
  )
}

const checkOf = (row: NoteCheckTable, one: Note, who: string): Check => ({
  who,
  at: row.checked_at,
  finding: row.finding,
  remark: row.remark,
  ofOtherWords: !noteHash(one).equals(row.note_hash),
})

/** How a note stands in an agency. */
export type NoteState = 'to check' | 'checked' | 'due again' | 'changed since' | 'found to differ'

export function stateOf(one: Note, check: Check | undefined, now: Date): NoteState {
  if (!check) return hasExpired(one, now) ? 'due again' : 'to check'
  if (check.ofOtherWords) return 'changed since'
  if (check.finding === 'differs') return 'found to differ'
  return hasExpired(one, now, dayAt(check.at)) ? 'due again' : 'checked'
}
