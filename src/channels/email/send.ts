import { compose, type Post, type Posted } from '../../kit/mail/index.ts'
import { refuse } from '../../kit/proof.ts'
import { type Channel, channel, type Handed } from '../channel.ts'
import { selectEarlier } from '../queries.ts'
import type { WhyFailed } from '../rules.ts'
import { letterOf, type Threaded } from './letter.ts'
import { messageIdIn } from './message-id.ts'
import type { ReplyAddresses } from './reply-address.ts'
import { whyOf } from './why.ts'

/**
 * Email out. A mail server cannot be asked whether it has taken a mail, so a claim whose answer was lost stays *unsure*
 * until a person says that it is to go again; it then has the same Message-ID, by which most mailboxes show it once.
 */
export const emailChannel = (addresses: ReplyAddresses, post: Post): Channel =>
  channel<Threaded>({
    kind: 'email',
    async prepare(writer, { deliveryId, agency, message, to }) {
      if (!to.email) return refuse('cannot', 'no-address' as WhyFailed)
      const place = { agencyId: agency.id, conversationId: message.conversation.id, personId: to.id }
      const earlier = await selectEarlier(writer.db, { ...place, channel: 'email' })
      const known = earlier.flatMap(({ reference }) => messageIdIn(reference) ?? [])
      return {
        answersAt: await addresses.answersAt(writer, place),
        returnsTo: addresses.returnsTo(deliveryId),
        messageId: `<d-${deliveryId}@${addresses.domain}>`,
        references: known.reverse(),
      }
    },
    async send(outgoing, threaded) {
      const raw = await compose(letterOf(outgoing, threaded))
      const envelope = { from: threaded.returnsTo, to: outgoing.to.email ?? '' }
      return handedOver(await post({ envelope, raw }), threaded.messageId)
    },
  })

function handedOver(posted: Posted, reference: string): Handed {
  switch (posted.came) {
    case 'taken':
      return { came: 'taken', reference }
    case 'refused':
      return { came: 'refused', why: whyOf(posted.says) }
    default:
      return posted
  }
}
