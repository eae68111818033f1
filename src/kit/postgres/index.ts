export { checkDatabase, isNewEnough } from './check.ts'
export { type Embedded, freePort, startEmbedded, visitEmbedded } from './embedded.ts'
export { formerServerGone } from './former.ts'
export { explained, lockFolder } from './lock.ts'
