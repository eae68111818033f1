import { days } from '../../kit/clock.ts'
import { newId } from '../../kit/ids.ts'
import { compose, type Post } from '../../kit/mail/index.ts'
import { spend } from '../../kit/spend.ts'
import { agency, person } from '../../people/index.ts'
import { type AgencyId, type Ground, system, withoutEntry } from '../../records/index.ts'
import type { Channel } from '../channel.ts'
import { selectArrival } from '../queries.ts'
import type { ArrivalId } from '../tables.ts'
import { oneLine, subjectOf } from './letter.ts'
import { messageIdIn } from './message-id.ts'
import type { ReplyAddresses } from './reply-address.ts'

/**
 * How whom to turn to goes back to who wrote: to the address that is entered for them and that it came from, as from a machine,
 * with nothing to come back to.
 */
export const helpByMail =
  (addresses: ReplyAddresses, post: Post): NonNullable<Channel['help']> =>
  async (writer, { arrival, to, words, place }) => {
    const { conversation_id: conversationId, from_address: from } = arrival
    const [name, email] = [oneLine(place), to?.email]
    if (!to || !email || !conversationId || from?.toLowerCase() !== email.toLowerCase()) return undefined
    const { agencyId } = writer.actor
    const answersAt = await addresses.answersAt(writer, { agencyId, conversationId, personId: to.id })
    const inReplyTo = messageIdIn(arrival.external_id)
    const raw = await compose({
      from: { name, address: answersAt },
      replyTo: answersAt,
      to: email,
      subject: subjectOf(place),
      messageId: `<n-${newId(writer.now.getTime())}@${addresses.domain}>`,
      ...(inReplyTo ? { inReplyTo, references: [inReplyTo] } : {}),
      text: `${words}\n`,
      headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    })
    return async () => {
      const posted = await post({ envelope: { from: '', to: email }, raw })
      if (posted.came === 'refused') return { came: 'refused', why: 'refused-there' }
      return posted.came === 'taken' ? { came: 'taken' } : posted
    }
  }

export interface AboutNote {
  readonly agencyId: AgencyId
  readonly arrivalId: ArrivalId
  readonly files: string
}

/**
 * Tells somebody of a family what of their mail did not arrive. Sent once at most, and never to an address that is not the
 * one entered for them; machines are told that a machine wrote it.
 */
export const noteJob =
  (ground: Ground, addresses: ReplyAddresses, post: Post) => async (about: AboutNote) => {
    const { agencyId, arrivalId } = about
    const letter = await withoutEntry(ground, system(agencyId), async writer => {
      const arrival = await selectArrival(writer.db, agencyId, arrivalId)
      const { person_id: personId, conversation_id: conversationId } = arrival ?? {}
      if (!arrival || !personId || !conversationId) return undefined
      const [to, place] = await Promise.all([person(writer, personId), agency(writer)])
      if (!to?.email || to.left_at) return undefined
      const answersAt = await addresses.answersAt(writer, { agencyId, conversationId, personId })
      return { arrival, to: { name: to.name, email: to.email }, place, answersAt }
    })
    // One that may have gone out before is not sent again: it is a courtesy, and twice it would be none.
    if (!letter || !(await spend(ground.pool, `email-note:${arrivalId}`, days(30) / 1000, ground.clock())))
      return
    const { arrival, to, place, answersAt } = letter
    const inReplyTo = messageIdIn(arrival.external_id)
    const raw = await compose({
      from: { name: oneLine(place.name), address: answersAt },
      replyTo: answersAt,
      to: { name: oneLine(to.name), address: to.email },
      subject: subjectOf(place.name),
      messageId: `<n-${arrivalId}@${addresses.domain}>`,
      ...(inReplyTo ? { inReplyTo, references: [inReplyTo] } : {}),
      text: wordsFor(oneLine(place.name), Number(about.files), arrival.outcome === 'message'),
      headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    })
    await post({ envelope: { from: '', to: to.email }, raw })
  }

function wordsFor(place: string, files: number, arrived: boolean): string {
  const what = files === 1 ? 'The file or picture' : 'The files or pictures'
  const lost = `${what} that came with it did not arrive: nobody at ${place} has seen them. Pictures and files cannot be sent this way. If there is something to show, ask them how to bring it.`
  if (arrived) return `Your words have arrived, thank you.\n\n${lost}\n`
  const none = 'There were no words in your email, so nothing has arrived.'
  return files > 0 ? `${none}\n\n${lost}\n` : `${none} Write it again in a few words, please.\n`
}
