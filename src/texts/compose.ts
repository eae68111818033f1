import type { Outgoing } from '../channels/index.ts'
import { arrivesWhole, shortened } from './sms.ts'

/** What a text says, and whether all of the message is in it. */
export interface Composed {
  readonly words: string
  readonly whole: boolean
}

/**
 * A message as a text: who writes, for whom, and their words. What is too long for one text, or holds what no text carries,
 * is cut, and says where the rest is. The first to somebody says how to answer and how to end texts.
 */
export function compose(
  { message: { author, body }, agency, to }: Outgoing,
  about: { readonly first: boolean; readonly page: string },
): Composed {
  const before = `${author.name}, ${agency.name}: `
  const after = about.first ? '\nReply to this text to answer. Text STOP to get no more texts.' : ''
  const all = before + body + after
  if (arrivesWhole(all)) return { words: all, whole: true }
  const call = agency.phone ? ` Or call ${agency.phone}.` : ''
  // Whoever has no email address cannot come in by a link and a code.
  const rest = to.email
    ? `\n... The rest is on your page: ${about.page} We have emailed you the way in.${call}`
    : `\n... There is more. Ask for the rest by replying to this text.${call}`
  return { words: shortened(before + body, rest + after), whole: false }
}
