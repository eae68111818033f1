export { type AgeKey, newIdentity, openerOf, openWith, sealFor } from './age.ts'
export { lockWithSecret, lockWithWords, unlockWithSecret, unlockWithWords } from './lock.ts'
