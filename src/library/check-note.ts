import { closeDuties } from '../duties/index.ts'
import type { Note } from '../guidance/index.ts'
import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import { checksOf } from './checks.ts'
import { noteCheckEvidence } from './evidence.ts'
import { noteHash } from './note-hash.ts'
import { dueNotes } from './owe-checks.ts'
import { insertNoteCheck, type NoteCheckTable } from './queries.ts'
import type { Finding } from './rules.ts'

export interface Found {
  /** The hash of the note that was read, in hex. */
  readonly ofHash: string
  readonly finding: Finding
  readonly remark: string
}

/**
 * Says for the agency that a note was held against its sources. Refuses when the note's words are not those that were
 * read (Lanyard was brought up to date in between), and when it is said to differ without saying how. With the last note
 * that was due, the duty to check them closes for everybody.
 */
export async function checkNote(
  writer: Writer<PersonActor>,
  { note }: Permitted<'check', { readonly note: Note }>,
  { ofHash, finding, remark }: Found,
): Promise<Recorded<NoteCheckTable> | Refused<'changed'> | Refused<'says-nothing'>> {
  const hash = noteHash(note)
  if (hash.toString('hex') !== ofHash) return refuse('changed')
  if (finding === 'differs' && !remark) return refuse('says-nothing')
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row: NoteCheckTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    note: note.id,
    note_hash: hash,
    person_id: actor.personId,
    finding,
    remark,
    checked_at: now,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'note.checked',
        about: [
          { kind: 'note-check', id: row.id },
          { kind: 'note', id: note.id },
        ],
        cites: note.beside,
        content: contentOf(noteCheckEvidence, row),
      },
      { id: entryId, value: row },
    ),
    insertNoteCheck(db, row),
  ])
  if (dueNotes(await checksOf(writer), now).length === 0)
    await closeDuties(writer, { kind: 'check-notes', aboutId: actor.agencyId }, entryId)
  return done
}
