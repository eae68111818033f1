import { address } from '../screens/index.ts'
import { mayHaveKey } from './rules.ts'

export const routes = {
  key: address('/sealing', mayHaveKey),
  make: address('/sealing/make', mayHaveKey),
  unlock: address('/sealing/unlock', mayHaveKey),
  lock: address('/sealing/lock', mayHaveKey),
  makeWithPasskey: address('/sealing/make/passkey', mayHaveKey),
  addPasskey: address('/sealing/passkey', mayHaveKey),
  unlockWithPasskey: address('/sealing/unlock/passkey', mayHaveKey),
  removeLock: address('/sealing/locks/:lock', mayHaveKey),
  lost: address('/sealing/lost', mayHaveKey),
  follow: address('/sealing/follow', mayHaveKey),
  askAgain: address('/sealing/ask', mayHaveKey),
  keyholders: address('/sealing/keyholders', mayHaveKey),
  nameKeyholders: address('/sealing/keyholders/name', mayHaveKey),
  recovery: address('/sealing/recoveries/:recovery', mayHaveKey),
  stopRecovery: address('/sealing/recoveries/:recovery/stop', mayHaveKey),
  words: address('/sealing/words', mayHaveKey),
} as const
