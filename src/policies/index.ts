import type { Ground, PersonActor, Reader } from '../records/index.ts'
import { versionScreen } from './difference/version.screen.tsx'
import { versionFile } from './out/version-file.tsx'
import { papersScreen } from './paper/papers.screen.tsx'
import { printScreen } from './paper/print.screen.tsx'
import { recordSheetScreen } from './paper/record.screen.tsx'
import { sheetScreen } from './paper/sheet.screen.tsx'
import { type Beside, policiesScreen } from './policies.screen.tsx'
import { policyScreen } from './policy.screen.tsx'
import { selectOwedFirst } from './queries.ts'
import { addPolicyScreen } from './register/add-policy.screen.tsx'
import { ownerScreen } from './register/owner.screen.tsx'
import { registerScreen } from './register/register.screen.tsx'
import { reviewScreen } from './register/review.screen.tsx'
import { routes } from './routes.ts'
import { mayWrite } from './rules.ts'
import { signPolicyScreen } from './sign-policy.screen.tsx'
import { signaturesScreen } from './signatures/signatures.screen.tsx'
import { signaturesFile } from './signatures/signatures-file.ts'
import { signedScreen } from './signed.screen.tsx'
import { understandingScreen } from './understanding/understanding.screen.tsx'

export { acceptableUseInForce, type VersionInForce } from './acceptable-use-in-force.ts'
export { policyToOwn, policyToSign } from './access.ts'
export { addPolicy } from './add-policy.ts'
export type { Approved } from './approval/approved.ts'
export { type InForceText, inForceTexts } from './approval/in-force-texts.ts'
export { madeOfVersion } from './approval/made-of.ts'
export type { DraftId } from './approval/queries.ts'
export { Difference } from './difference/difference-view.tsx'
export {
  approvalEvidence,
  ownerEvidence,
  policyEvidence,
  signatureEvidence,
  versionEvidence,
} from './evidence.ts'
export { type PolicyFigures, policyFigures, standingsOf, whoHasSigned } from './figures.ts'
export { type InForce, inForceToRead } from './in-force.ts'
export { policiesJobs } from './jobs.ts'
export { type OnShelf, policyOnShelf } from './on-shelf.ts'
export { oweSignatures } from './owe-signatures.ts'
export { policyToRecord, sheetToSee } from './paper/access.ts'
export { answerSheet } from './paper/answer-sheet.ts'
export { sheetAnswerEvidence, sheetEvidence } from './paper/evidence.ts'
export { recordSheet, type SheetGiven } from './paper/record-sheet.ts'
export { codeOf } from './paper/rules.ts'
export { publishVersion } from './publish-version.ts'
export type { PolicyId, PolicyTable, PolicyVersionTable, VersionId } from './queries.ts'
export { holdPolicyForPublishing } from './queries.ts'
export { policiesHolding } from './register/holding.ts'
export { oweReviews } from './register/owe-reviews.ts'
export { ownPolicy } from './register/own-policy.ts'
export { routes } from './routes.ts'
export { mayPublish, mayWrite, type PolicyKind, policyKinds, reviewDay } from './rules.ts'
export { signPolicy } from './sign-policy.ts'
export { understandingEvidence } from './understanding/evidence.ts'
export { passCheck } from './understanding/pass-check.ts'
export { judged, questionsOf } from './understanding/questions.ts'

/**
 * The gate: the address this person must go to before anything else opens, or undefined when they have signed the
 * acceptable use policy. Where the agency has none in force, those who can write and approve one are let through to it.
 */
export async function owedFirst(reader: Reader<PersonActor>): Promise<string | undefined> {
  const { db, actor } = reader
  const owed = await selectOwedFirst(db, actor.agencyId, actor.personId)
  if (!owed) return undefined
  if (owed.id) return routes.sign.to({ policy: owed.id })
  return mayWrite.some(role => actor.roles.includes(role)) ? undefined : routes.policies.to()
}

/** Every page of policies; `beside` is what stands beside them in the rooms above. */
export const policyPages = (ground: Ground, beside: readonly Beside[]) => [
  signaturesFile(ground),
  versionFile(ground),
  policiesScreen(beside),
  registerScreen,
  addPolicyScreen,
  policyScreen,
  versionScreen,
  signPolicyScreen,
  understandingScreen,
  signedScreen,
  signaturesScreen,
  papersScreen,
  printScreen,
  recordSheetScreen,
  sheetScreen,
  ownerScreen,
  reviewScreen,
]
