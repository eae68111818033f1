import { inFull } from '../kit/clock.ts'
import type { Reader } from '../records/index.ts'
import { type OfWhat, selectHelped } from './help-queries.ts'
import { helpOnce } from './rules.ts'

/**
 * Whether somebody who wrote by email or text has been told whom to turn to, in a sentence for whoever answers for safeguarding.
 * Undefined for what was written on the page, where they are shown it at once.
 */
export async function helpedWords({ db, actor }: Reader, which: OfWhat): Promise<string | undefined> {
  const found = await selectHelped(db, actor.agencyId, which, helpOnce)
  if (!found) return undefined
  const told = '999, a helpline and our own line'
  switch (found.state) {
    case 'sent':
      return `${told} were sent back to them by the way they wrote, ${inFull(found.changed_at ?? new Date(0))}. It cannot be known that they have read them.`
    case 'claimed':
    case 'queued':
      return `${told} are on their way back to them by the way they wrote. Nobody knows yet whether they arrive: load this page again in a minute.`
    case 'unsure':
      return `${told} were on their way back to them when the line broke. It is not sure that they arrived: find another way to reach them that is safe for them.`
    default:
      return found.before && found.state === null
        ? `${told} had been sent to them shortly before, ${inFull(found.before)}, so they were not sent again.`
        : `${told} could not be sent back to them by the way they wrote. They have been shown nothing: find another way to reach them now that is safe for them, or call 999.`
  }
}
