export { type AgeKey, newIdentity, openerOf, openWith, recipientOf, sealFor } from './age.ts'
export { lockWithSecret, lockWithWords, unlockWithSecret, unlockWithWords } from './lock.ts'
export { sealAnew } from './seal-anew.ts'
