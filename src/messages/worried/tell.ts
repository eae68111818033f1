import type { Id } from '../../kit/ids.ts'
import { type Permitted, Refused, refuse } from '../../kit/proof.ts'
import { person } from '../../people/index.ts'
import type { Change, PersonActor, PersonId, Writer } from '../../records/index.ts'
import type { AnyScreen } from '../../screens/index.ts'
import type { Worrying } from './access.ts'
import { raiseWorry } from './raise-worry.ts'
import type { WorryId } from './tables.ts'

/** Whether it is about somebody is to be said first: about these, who would read it and stand in the words. */
type IsItAbout = Refused<'is-it-about', readonly string[]>

/** What was told as a concern: whoever told it comes back by its code. */
export interface ToldOf {
  readonly code: string
}

/** How a worry about a message is told as a concern, sealed, in a room above this one. */
export interface Telling {
  readonly tell: (
    writer: Writer<PersonActor>,
    message: {
      readonly author: { readonly id: PersonId; readonly name: string; readonly kind: string }
      readonly text: string
      readonly sentAt: Date
      readonly href: string
      readonly words: string | undefined
      readonly key: Id<'draft'>
      readonly isAbout: string | undefined
    },
  ) => Promise<Change<ToldOf, Refused<'nobody-to-read' | 'not-on'> | IsItAbout>>
  /** By which whoever told comes back. */
  readonly codeOf: (told: ToldOf) => string
  /** The same form, in which no picture can be sent. */
  readonly guarded: (screen: AnyScreen) => AnyScreen
}

/** Tells of it as a concern; where nobody here could open one yet, raises it as a worry, so that somebody reads it still. */
export async function tellOrRaise(
  writer: Writer<PersonActor>,
  telling: Telling,
  about: {
    readonly found: Permitted<'worry', Worrying>
    readonly text: string
    readonly href: string
    readonly words: string | undefined
    readonly key: Id<'draft'>
    readonly isAbout: string | undefined
  },
): Promise<Change<ToldOf | WorryId, Refused<'nobody-to-tell'> | IsItAbout>> {
  const { found, text, href, words, key, isAbout } = about
  const { author_id, sent_at } = found.message
  const author = await person(writer, author_id)
  if (!author) return raiseWorry(writer, found, { words, key })
  const done = await telling.tell(writer, {
    author: { id: author_id, name: author.name, kind: author.kind },
    text,
    sentAt: sent_at,
    href,
    words,
    key,
    isAbout,
  })
  if (!(done instanceof Refused)) return done
  return done.reason === 'is-it-about'
    ? refuse(done.reason, done.facts)
    : raiseWorry(writer, found, { words, key })
}
