import { inFull } from '../../kit/clock.ts'
import type { Id } from '../../kit/ids.ts'
import type { Change, PersonActor, PersonId, Writer } from '../../records/index.ts'
import { aboutOf } from '../about-of.ts'
import { codeFrom, shownCode } from '../code.ts'
import type { NotReported } from '../heard.ts'
import { type Reported, reportConcern } from '../report.ts'

/** A message that somebody is worried about, as they see it. */
export interface WorryingMessage {
  readonly author: { readonly id: PersonId; readonly name: string; readonly kind: string }
  readonly text: string
  readonly sentAt: Date
  /** Where it stands. */
  readonly href: string
  readonly words: string | undefined
  readonly key: Id<'draft'>
  readonly isAbout: string | undefined
}

/**
 * Tells of a message as a concern: once for one form. What it said and where it stands go with the words, sealed. Whoever
 * wrote it, of the staff, is whom it is about. Refused where nobody here could read it, or none is taken here yet.
 */
export async function tellOfMessage(
  writer: Writer<PersonActor>,
  message: WorryingMessage,
): Promise<Change<Reported, NotReported>> {
  const { author, text, sentAt, href, words, key, isAbout } = message
  const code = codeFrom(key)
  const { actor } = writer
  const byStaff = author.kind === 'staff'
  return reportConcern(writer, {
    facts: {
      ...open,
      what: [byStaff ? 'conduct' : 'other'],
      about: byStaff ? await aboutOf(writer, author.id) : ['child'],
    },
    said: {
      words: words ?? 'This message worries me.',
      adult: byStaff ? author.name : undefined,
      message: `${author.name}, ${inFull(sentAt)}:\n${text}\n${href}`,
      name: actor.name,
    },
    code,
    cameBy: 'message',
    by: actor.personId,
    isAbout,
  })
}

/** What nobody is asked beside a message. */
const open = {
  danger: 'not-known',
  online: 'yes',
  webAddress: 'no',
  under18: 'not-known',
  ownImage: 'not-known',
  anonymous: 'no',
  elsewhere: 'not-known',
  lowLevel: 'no',
} as const

/** What whoever told of a message comes back with. */
export const codeOfTold = ({ code }: { readonly code: string }): string => shownCode(code)
