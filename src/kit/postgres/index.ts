export { checkDatabase, isNewEnough } from './check.ts'
export { type Embedded, freePort, startEmbedded } from './embedded.ts'
export { lockFolder } from './lock.ts'
export { explained } from './trouble.ts'
