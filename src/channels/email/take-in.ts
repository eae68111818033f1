import { createHash } from 'node:crypto'
import { enqueue } from '../../kit/jobs/index.ts'
import { person } from '../../people/index.ts'
import { type Ground, read, system } from '../../records/index.ts'
import type { Arriving } from '../arriving.ts'
import { selectDelivery } from '../queries.ts'
import { type Received, receive } from '../receive.ts'
import { longestWhole } from '../rules.ts'
import { toldBy } from './bounce.ts'
import { isAutomatic, isLoop, wantsNoNote } from './headers.ts'
import type { MailRead } from './mail-read.ts'
import { messageIdIn } from './message-id.ts'
import { type Envelope, provenSender, type Resolver } from './proven.ts'
import { readMail } from './read-mail.ts'
import type { Ours, Place, ReplyAddresses } from './reply-address.ts'

/** What taking mail in stands on. */
export interface Desk {
  readonly ground: Ground
  readonly addresses: ReplyAddresses
  readonly resolver: Resolver
}

/** A mail for one address of ours. */
export interface Came {
  readonly raw: Buffer
  readonly envelope: Envelope
  readonly to: string
  readonly ours: Ours
}

type Is = Pick<Arriving, 'is' | 'words' | 'whole' | 'alongside'>

/**
 * Takes in one mail for one address of ours, whatever it is: as words of the person it surely is from, held for somebody to
 * look at, or put down as what it is: a bounce, a machine's answer, a loop. Throws faults alone: the mail server then keeps
 * it and comes again.
 */
export async function takeIn(desk: Desk, came: Came): Promise<Received> {
  const mail = await readMail(came.raw)
  const place = await placeOf(desk.ground, came.ours)
  const about = {
    agencyId: came.ours.agencyId,
    channel: 'email',
    externalId: knownBy(came, mail),
    from: mail?.from[0] ?? '',
    // The address itself is a secret: whose and where it is stands beside.
    to: came.to.replace(/^(..).*@/, '$1…@'),
    receivedAt: desk.ground.clock(),
    ...(place ? { conversationId: place.conversationId, personId: place.personId } : {}),
  } as const
  return receive(desk.ground, { ...about, ...(await whatItIs(desk, came, mail, place)) })
}

/** The same mail come twice is known by its Message-ID and by what it holds: a device that gives two mails one id loses neither. */
function knownBy({ raw, to }: Came, mail: MailRead | undefined): string {
  const body = raw.indexOf('\r\n\r\n')
  const hash = createHash('sha256').update(to.toLowerCase()).update('\n')
  for (const key of ['from', 'date', 'subject'])
    hash.update(`${mail?.headers.find(one => one.key === key)?.value}\n`)
  const digest = hash.update(raw.subarray(body < 0 ? 0 : body)).digest('hex')
  return `${messageIdIn(mail?.messageId ?? '') ?? ''} ${digest}`.trim()
}

/** Where an answer belongs. What comes back of a delivery, and is no report, belongs where that was said. */
async function placeOf(ground: Ground, ours: Ours): Promise<Place | undefined> {
  if (ours.kind === 'answer') return ours
  const { agencyId, deliveryId } = ours
  const found = await read(ground, system(agencyId), ({ db }) => selectDelivery(db, agencyId, deliveryId))
  return found && { agencyId, conversationId: found.conversation_id, personId: found.person_id }
}

async function whatItIs(
  desk: Desk,
  came: Came,
  mail: MailRead | undefined,
  place: Place | undefined,
): Promise<Is> {
  if (!mail) {
    // As much of it as can be shown: somebody has a look.
    const words = came.raw.toString('latin1', 0, longestWhole).replace(/[^\P{Cc}\n\t]/gu, '')
    return { is: { kind: 'held', reason: 'unreadable' }, words }
  }
  const machine = ofMachine(desk, came, mail)
  if (machine) return { is: machine, words: '' }
  const held = place ? await whyHeldFor(desk, came, mail, place) : 'no-conversation'
  // What is folded away to the last word was not theirs to fold: it is all there is.
  const words = mail.words || (mail.files === 0 ? (mail.whole ?? '') : '')
  const whole = mail.whole === undefined ? {} : { whole: mail.whole }
  if (held) return { is: { kind: 'held', reason: held }, words, ...whole }
  const note = mail.files > 0 || words === ''
  const tells = note && !wantsNoNote(mail.headers) ? { alongside: noteOn(mail.files) } : {}
  if (words === '') return { is: { kind: 'refused', reason: 'empty' }, words, ...tells }
  return { is: { kind: 'from' }, words, ...whole, ...tells }
}

/** What a machine sent: a report, an answer by itself, or our own words on their way round. */
function ofMachine(
  { addresses }: Desk,
  { envelope, ours }: Came,
  mail: MailRead,
): Arriving['is'] | undefined {
  if (isLoop(mail.headers, addresses.domain)) return { kind: 'refused', reason: 'loop' }
  const told = mail.report === undefined ? undefined : toldBy(mail.report)
  const delivery = ours.kind === 'returned' ? { delivery: ours.deliveryId } : {}
  if (told) return { kind: 'bounce', told, ...delivery }
  if (mail.report !== undefined) return { kind: 'auto-reply' }
  if (isAutomatic(mail.headers, envelope.from)) return { kind: 'auto-reply' }
  // From nobody, to where failures go: a mail server that reports in its own way.
  if (envelope.from !== '') return undefined
  return ours.kind === 'returned'
    ? { kind: 'bounce', told: { state: 'returned', why: 'returned' }, ...delivery }
    : { kind: 'auto-reply' }
}

/** Why a mail is not surely from whom its address was given to; undefined when it is. */
async function whyHeldFor(
  { ground, addresses, resolver }: Desk,
  { raw, envelope }: Came,
  mail: MailRead,
  { agencyId, personId }: Place,
): Promise<'other-sender' | 'not-proven' | undefined> {
  const them = await read(ground, system(agencyId), reader => person(reader, personId))
  const entered = them?.email?.toLowerCase()
  const [from] = mail.from
  if (!entered || mail.from.length !== 1 || from?.toLowerCase() !== entered) return 'other-sender'
  const proven = await provenSender(raw, envelope, { mta: addresses.domain, resolver }).catch(() => undefined)
  return proven === entered ? undefined : 'not-proven'
}

/** Has whoever sent files told, kindly, that they did not arrive: only ever somebody who surely is who they say. */
const noteOn =
  (files: number): NonNullable<Arriving['alongside']> =>
  (writer, arrivalId) =>
    enqueue(writer.db, {
      task: 'email-note',
      payload: { agencyId: writer.actor.agencyId, arrivalId, files: String(files) },
      key: `email-note:${arrivalId}`,
    })
