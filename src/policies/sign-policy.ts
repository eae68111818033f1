import { closeDuties } from '../duties/index.ts'
import { newId } from '../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../records/index.ts'
import type { PolicyInForce } from './access.ts'
import { signatureEvidence } from './evidence.ts'
import {
  holdPolicyForSigning,
  insertSignature,
  type SignatureTable,
  selectNewestVersion,
  type VersionId,
} from './queries.ts'
import { checkOf } from './understanding/questions.ts'

/**
 * Signs the exact text that was read. Refuses a text that is no longer the newest, and one that asks questions before its
 * signer has answered them (understanding/); signing the same text twice is one signature.
 * Publishing waits until this is done, so a signature can never land on a text its signer did not see.
 */
export async function signPolicy(
  writer: Writer<PersonActor>,
  { policy, signature }: Permitted<'sign', PolicyInForce>,
  wasRead: VersionId,
): Promise<Change<SignatureTable, Refused<'superseded'> | Refused<'not-understood'>>> {
  const { db, actor, now } = writer
  if (signature?.version_id === wasRead) return new Already(signature)
  await holdPolicyForSigning(db, actor.agencyId, policy.id)
  const newest = await selectNewestVersion(db, actor.agencyId, policy.id)
  if (newest?.id !== wasRead) return refuse('superseded')
  const check = await checkOf(writer, newest)
  if (check.asked > 0 && !check.passed) return refuse('not-understood')

  const entryId = newEntryId(writer)
  const row: SignatureTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    policy_id: policy.id,
    version_id: newest.id,
    person_id: actor.personId,
    text_hash: newest.text_hash,
    signed_at: now,
    entry_id: entryId,
  }
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'policy.signed',
        about: [
          { kind: 'signature', id: row.id },
          { kind: 'policy', id: policy.id },
          { kind: 'policy-version', id: newest.id },
          { kind: 'text-sha256', id: Buffer.from(newest.text_hash).toString('hex') },
        ],
        cites: ['EXP-AUP', 'INT-4'],
        content: contentOf(signatureEvidence, row),
      },
      { id: entryId, value: row },
    ),
    insertSignature(db, row),
    closeDuties(writer, { kind: 'sign-policy', person: actor.personId, aboutId: policy.id }, entryId),
  ])
  return done
}
