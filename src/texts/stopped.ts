import type { Reader } from '../records/index.ts'
import { e164 } from './number.ts'
import { selectNewestWish } from './queries.ts'

/** Whether somebody with this number, however it was typed, has asked for no more texts. */
export async function isStopped({ db, actor }: Reader, typed: string): Promise<boolean> {
  const number = e164(typed)
  return number !== undefined && (await selectNewestWish(db, actor.agencyId, number))?.wish === 'stop'
}
