import { allDesignated, type MessageToDeliver, messageToDeliver } from '../messages/index.ts'
import { isWithin, nextWithin, organisationFacts, person } from '../people/index.ts'
import { type Ground, type Reader, system, withoutEntry } from '../records/index.ts'
import { holdDeliveryOf } from './queries.ts'
import { type AboutDelivery, tryAt } from './try-at.ts'

/**
 * Has a message of the staff that would reach a family outside the hours of contact wait until they open: it was tried before in
 * vain, sent again, or its job comes late. Says whether it waits. One that was let go outside them goes on; so does what whoever
 * answers for safeguarding wrote, as when it was written.
 */
export const waitsForHours = (ground: Ground, about: AboutDelivery): Promise<boolean> =>
  withoutEntry(ground, system(about.agencyId), async writer => {
    const { hours } = await organisationFacts(writer)
    if (isWithin(hours, writer.now)) return false
    const before = await holdDeliveryOf(writer.db, about)
    if (before && before.state !== 'queued') return false
    const message = await messageToDeliver(writer, about.messageId, about.personId)
    if (!message || !isWithin(hours, message.sentAt) || !(await keepsHours(writer, message))) return false
    await tryAt(writer, about, nextWithin(hours, writer.now))
    return true
  })

async function keepsHours(reader: Reader, { author }: MessageToDeliver): Promise<boolean> {
  if ((await person(reader, author.id))?.kind !== 'staff') return false
  return !(await allDesignated(reader)).includes(author.id)
}
