import { closeDuties } from '../../duties/index.ts'
import { newId } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  type EntryId,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../../records/index.ts'
import { signatureEvidence } from '../evidence.ts'
import { holdPolicyForSigning, insertSignature, type PolicyId, type SignatureTable } from '../queries.ts'
import type { SheetSeen } from './access.ts'
import { sheetAnswerEvidence } from './evidence.ts'
import {
  insertAnswer,
  type OnSheet,
  type SheetAnswerTable,
  type SheetRow,
  selectOnSheet,
  selectOpenSheets,
  selectRequired,
  selectSheet,
} from './queries.ts'

export interface SheetAnswerGiven {
  readonly answer: SheetAnswerTable['answer']
  readonly words: string
}
export type AnswerRefusal = Refused<'not-yours-to-answer'> | Refused<'superseded'> | Refused<'answered'>

/**
 * The second person's answer to a sheet, once. Confirmed, it makes a signature for everybody on it who is still here and
 * whose signature does not count already, bound to the exact text that was printed, and ends their duty to sign; whoever
 * signed on screen meanwhile keeps that signature. Refuses a text that must be signed anew in a newer version: publishing
 * waits until this is done, as it does for a signature on screen.
 */
export async function answerSheet(
  writer: Writer<PersonActor>,
  { sheet, mayAnswer }: Permitted<'see-sheet', SheetSeen>,
  given: SheetAnswerGiven,
): Promise<Change<SheetAnswerTable['answer'], AnswerRefusal>> {
  const { db, actor } = writer
  await holdPolicyForSigning(db, actor.agencyId, sheet.policy_id)
  const now = await selectSheet(db, actor.agencyId, sheet.id)
  if (now?.answer)
    return now.answer === given.answer && writer.again ? new Already(now.answer) : refuse('answered')
  if (sheet.number < (await selectRequired(db, actor.agencyId, sheet.policy_id))) return refuse('superseded')
  if (!mayAnswer) return refuse('not-yours-to-answer')
  if (given.answer === 'refused') return keepAnswer(writer, sheet, given, [])
  const all = await selectOnSheet(db, sheet)
  const signatures: SignatureTable['id'][] = []
  for (const one of all)
    if (!one.left && one.signed === null) signatures.push(await signOnPaper(writer, sheet, one))
  return keepAnswer(writer, sheet, given, signatures)
}

/** One person's signature, because of a sheet. The entry says by whom it was recorded and confirmed. */
async function signOnPaper(
  writer: Writer<PersonActor>,
  sheet: SheetRow,
  signer: OnSheet,
): Promise<SignatureTable['id']> {
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row: SignatureTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    policy_id: sheet.policy_id,
    version_id: sheet.version_id,
    person_id: signer.id,
    text_hash: sheet.text_hash,
    signed_at: now,
    entry_id: entryId,
  }
  await Promise.all([
    record(
      writer,
      {
        event: 'policy.signed-on-paper',
        about: [
          { kind: 'signature', id: row.id },
          { kind: 'policy', id: row.policy_id },
          { kind: 'policy-version', id: row.version_id },
          { kind: 'text-sha256', id: Buffer.from(row.text_hash).toString('hex') },
          { kind: 'signer', id: row.person_id },
          { kind: 'recorder', id: sheet.recorded_by },
          { kind: 'paper-sheet', id: sheet.id },
        ],
        cites: ['EXP-AUP', 'INT-4'],
        content: contentOf(signatureEvidence, row),
      },
      { id: entryId },
    ),
    insertSignature(db, row),
    closeDuties(writer, { kind: 'sign-policy', person: row.person_id, aboutId: row.policy_id }, entryId),
  ])
  return row.id
}

async function keepAnswer(
  writer: Writer<PersonActor>,
  sheet: SheetRow,
  given: SheetAnswerGiven,
  signatures: SheetAnswerTable['signatures'],
): Promise<Recorded<SheetAnswerTable['answer']>> {
  const { db, actor, now } = writer
  const entryId = newEntryId(writer)
  const row: SheetAnswerTable = {
    agency_id: actor.agencyId,
    sheet_id: sheet.id,
    ...given,
    answered_by: actor.personId,
    answered_at: now,
    signatures,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: given.answer === 'confirmed' ? 'sheet.confirmed' : 'sheet.refused',
        about: [
          { kind: 'paper-sheet', id: sheet.id },
          { kind: 'policy', id: sheet.policy_id },
        ],
        cites: ['EXP-AUP'],
        content: contentOf(sheetAnswerEvidence, row),
      },
      { id: entryId, value: row.answer },
    ),
    insertAnswer(db, row),
    closeDuties(writer, { kind: 'confirm-paper', aboutId: sheet.id }, entryId),
  ])
  return done
}

/** A newer version must be signed: nobody owes an answer any more to a sheet of an older one. */
export async function endSheets(writer: Writer, policyId: PolicyId, entry: EntryId): Promise<void> {
  for (const sheet of await selectOpenSheets(writer.db, writer.actor.agencyId, policyId))
    await closeDuties(writer, { kind: 'confirm-paper', aboutId: sheet }, entry)
}
