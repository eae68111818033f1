export {
  type Actor,
  type AgencyId,
  type EntryId,
  type PersonActor,
  type PersonId,
  type Role,
  roles,
  type SystemActor,
  system,
} from './actor.ts'
export { eraseContent } from './erase.ts'
export { contentOf, type Evidence, erasedWords, evidence } from './evidence.ts'
export { addressOfLogs } from './keep/address-of-logs.ts'
export { type Keeping, keepLogs, keepOnce } from './keep/leader.ts'
export { type LogKeys, logKeys } from './keep/log-keys.ts'
export { type ReceiptEntry, receiptOf, selectReceiptEntry } from './keep/receipt.ts'
export {
  entriesAbout,
  entriesThrough,
  firstPositionAbout,
  growthProof,
  type Head,
  headOf,
  inclusionProofs,
  type LoggedEntry,
  positionOf,
  rootAt,
} from './keep/through.ts'
export { readTile } from './keep/tiles.ts'
export { witnessedCheckpoint } from './keep/witness.ts'
export { canonical } from './log/canonical.ts'
export {
  checkReceipt,
  namesOnReceipt,
  type ReceiptCheck,
  signersOf,
  type Trusted,
  trusting,
} from './log/check-receipt.ts'
export { asLeaf, commit, type Leaf, parseLeaf } from './log/leaf.ts'
export { Malformed } from './log/malformed.ts'
export { continues, type Opened, openCheckpoint, whyNotIn } from './log/many.ts'
export {
  checkProof,
  isProof,
  namedOnProof,
  type ProofCheck,
  proofFile,
} from './log/proof.ts'
export { type Receipt, receiptJson, receiptQr } from './log/receipt.ts'
export { parseTilePath, tileWidth } from './log/tiles.ts'
export { checkpointBefore, happenings, lastOf } from './look-back.ts'
export { agenciesHere } from './queries.ts'
export { type About, type Happening, newEntryId, record } from './record.ts'
export type { Recorded } from './recorded.ts'
export {
  type Change,
  type Ground,
  type Reader,
  read,
  readOnRecord,
  type Settled,
  type Writer,
  withoutEntry,
  write,
} from './transaction.ts'
export { inVault, type Vault, vaultOf, vaultsHere } from './vault.ts'
export { type Problem, type Verified, verifyRecord } from './verify/index.ts'
export { writeTogether } from './write-together.ts'
