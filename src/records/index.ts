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
export { contentOf, type Evidence, evidence } from './evidence.ts'
export { type About, type Happening, newEntryId, record } from './record.ts'
export type { Recorded } from './recorded.ts'
export {
  type Change,
  type Ground,
  type Reader,
  read,
  readOnRecord,
  type Writer,
  write,
} from './transaction.ts'
