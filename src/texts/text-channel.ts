import { channel, type Handed, hasBeenSent, type Outgoing } from '../channels/index.ts'
import { refuse } from '../kit/proof.ts'
import { familyLink } from '../people/index.ts'
import type { Ground } from '../records/index.ts'
import { composePart, composeWhole } from './compose.ts'
import type { Answered, Known, Notify } from './notify.ts'
import { e164 } from './number.ts'
import { selectNewestWish } from './queries.ts'
import { arrivesWhole, shortened } from './sms.ts'
import { tellAdministrators } from './trouble.ts'

interface Prepared {
  readonly number: string
  readonly words: string
}

/** What Notify calls a text of ours: an agency, a delivery, and the how manieth try. It says nothing of a person. */
export const referenceOf = ({
  agency,
  deliveryId,
  attempt,
}: Pick<Outgoing, 'agency' | 'deliveryId' | 'attempt'>): string => `${agency.id}.${deliveryId}.${attempt}`

/**
 * Texts by GOV.UK Notify. Notify takes a second text with the same reference as another text, so nothing is handed over
 * again before it has been asked whether it has the first: a claim whose answer was lost is settled by that question.
 * `url` is where Lanyard is reached: a link there leads to what does not fit.
 */
export const textChannel = (about: {
  readonly ground: Ground
  readonly notify: Notify
  readonly url: string
}) =>
  channel<Prepared>({
    kind: 'text',
    async prepare(writer, outgoing) {
      const { to, deliveryId } = outgoing
      const number = e164(to.phone)
      if (!number) return refuse('cannot', 'no-address')
      const wish = await selectNewestWish(writer.db, writer.actor.agencyId, number)
      if (wish?.wish === 'stop') return refuse('cannot', 'stopped')
      const first = !(await hasBeenSent(writer, { kind: 'text', to: to.id, besides: deliveryId }))
      const words =
        composeWhole(outgoing, first) ?? composePart(outgoing, about.url + (await familyLink(writer, to.id)))
      return { number, words }
    },
    async send(outgoing, { number, words }): Promise<Handed> {
      const answered = await about.notify.send(number, words, referenceOf(outgoing))
      switch (answered.kind) {
        case 'taken':
          return { came: 'taken', reference: answered.id }
        case 'later':
          return { came: 'not-yet' }
        case 'number':
          return { came: 'refused', why: 'no-such-address' }
        case 'ours': {
          await tellAdministrators(about.ground, outgoing.agency.id, answered)
          // A key that was taken away can be given back; what is wrong with the request stays so.
          return answered.status === 403 ? { came: 'not-yet' } : { came: 'refused', why: 'refused-there' }
        }
        case 'unsure':
          return { came: 'unsure' }
      }
    },
    async help(writer, { arrival: { id, from_address: from }, to, words }) {
      const number = e164(from ?? '')
      if (!number || (to && e164(to.phone) !== number)) return undefined
      const wish = await selectNewestWish(writer.db, writer.actor.agencyId, number)
      if (wish?.wish === 'stop') return undefined
      const whole = arrivesWhole(words) ? words : shortened(words, '')
      return async () => helped(await about.notify.send(number, whole, `help.${id}`))
    },
    async ask(outgoing) {
      const [known] = await about.notify.find(referenceOf(outgoing))
      return known ? cameOf(known) : { came: 'not-yet' }
    },
  })

/** What handing over such an answer came to. What is wrong on our own side is told by the next message. */
function helped({ kind }: Answered): Handed {
  if (kind === 'taken') return { came: 'taken' }
  if (kind === 'unsure') return { came: 'unsure' }
  return kind === 'number' ? { came: 'refused', why: 'no-such-address' } : { came: 'not-yet' }
}

/** What a status of Notify’s comes to. */
function cameOf({ id, status }: Known): Handed {
  if (status === 'delivered') return { came: 'delivered', reference: id }
  const told = failures[status]
  return told ? { came: 'refused', why: told } : { came: 'taken', reference: id }
}

/** The statuses by which a text has failed (docs, “Text message status descriptions”), and what each is in our words. */
export const failures: Readonly<Record<string, 'no-such-address' | 'out-of-reach' | 'refused-there'>> = {
  'permanent-failure': 'no-such-address',
  'temporary-failure': 'out-of-reach',
  'technical-failure': 'refused-there',
}
