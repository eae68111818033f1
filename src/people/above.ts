import type { WhomNow } from '../duties/index.ts'
import type { PersonActor, PersonId, Reader, Writer } from '../records/index.ts'
import type { Holding } from './leaving/holding.ts'
import type { Way } from './ways/ways.ts'

/** Where somebody stands with one policy, in words. */
export interface Standing {
  readonly policy: string
  readonly words: string
  readonly good: boolean
}

/** A tie that somebody of the staff has declared, in words, and where it is read. */
export interface DeclaredLink {
  readonly who: string
  readonly words: string
  readonly href: string
}

/**
 * What people's pages show of capabilities that stand on people. Those import this room, so it cannot import them: the
 * app gives the answers (src/app.ts).
 */
export interface Above {
  /** Where somebody stands with each policy in force. */
  readonly signing: (reader: Reader, personId: PersonId) => Promise<readonly Standing[]>
  /** The ties that somebody of the staff has declared, and how each stands. */
  readonly personalLinks: (reader: Reader, personId: PersonId) => Promise<readonly DeclaredLink[]>
  readonly holdings: readonly Holding[]
  /** Who would be asked today of what is asked anew when whoever owes it may no longer do it. */
  readonly whomNow: WhomNow
  /** Where the telephone calls with somebody of a family are; undefined for a reader who may not see them. */
  readonly callsWith: (reader: Reader<PersonActor>, personId: PersonId) => Promise<string | undefined>
  /** Where an export of everything about somebody of a family is asked for; undefined for a reader who may not ask. */
  readonly exportOf: (reader: Reader<PersonActor>, personId: PersonId) => Promise<string | undefined>
  /** Told when the links that somebody of a family was sent open nothing any more. */
  readonly linksEnded: (writer: Writer, personId: PersonId) => Promise<void>
  /** What is agreed to of contact with a child, in a line for each way of it, and where it is said. */
  readonly agreed: (
    reader: Reader,
    childId: PersonId,
  ) => Promise<{ readonly href: string; readonly lines: readonly string[] }>
  /** Whether a child's own number may be held: texts to them or calls with them are agreed to today. */
  readonly mayHoldNumber: (reader: Reader, childId: PersonId) => Promise<boolean>
  /** Told when somebody's work with a child has ended: contact because of it ends. */
  readonly workEnded: (
    writer: Writer,
    link: { readonly staff_id: PersonId; readonly child_id: PersonId; readonly purpose: string },
  ) => Promise<void>
  /** Told when somebody is no longer a child's parent or carer: they leave what may be about the child at once. */
  readonly tieEnded: (
    writer: Writer,
    tie: {
      readonly child: PersonId
      readonly parent: PersonId
      /** They are nobody's parent or carer here any more. */
      readonly last: boolean
    },
  ) => Promise<void>
  /** The ways that this installation can go beside the page: those its administrator has connected. */
  readonly ways: readonly Way[]
  /** Whether somebody with this telephone number, as it was typed, has asked for no more texts. */
  readonly textsStopped: (reader: Reader, phone: string) => Promise<boolean>
  /** Told when somebody of the staff has gone away or is back: what they are needed for pauses or goes on. */
  readonly presenceChanged: (writer: Writer, personId: PersonId) => Promise<void>
}
