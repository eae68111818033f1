import type { Outgoing } from '../channels/index.ts'
import { arrivesWhole, shortened } from './sms.ts'

const before = ({ message: { author }, agency }: Outgoing) => `${author.name}, ${agency.name}: `

/**
 * A message as a text: who writes, for whom, and their words; the first to somebody says how to answer and how to end texts.
 * Undefined for what is too long for one text, or holds what no text carries.
 */
export function composeWhole(outgoing: Outgoing, first: boolean): string | undefined {
  const after = first ? '\nReply to this text to answer. Text STOP to get no more texts.' : ''
  const words = before(outgoing) + outgoing.message.body + after
  return arrivesWhole(words) ? words : undefined
}

/** The same for what does not arrive whole: as much as fits, and the link to the page where all of it is. */
export const composePart = (outgoing: Outgoing, link: string): string =>
  shortened(before(outgoing) + outgoing.message.body, `\n... Read all of it on your page: ${link}`)
