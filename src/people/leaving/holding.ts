import type { Refused } from '../../kit/proof.ts'
import type { EntryId, PersonId, Reader, Role, Writer } from '../../records/index.ts'

/** One thing that somebody holds, as the page names it. */
export interface Held {
  readonly id: string
  readonly name: string
}

export interface Handing {
  readonly from: PersonId
  readonly to: PersonId
  readonly held: readonly Held[]
  /** The entry of the whole handover, for what else is opened or closed because of it. */
  readonly entry: EntryId
}

export type HandingRefusal =
  | Refused<'circle', { readonly manager: string }>
  | Refused<'no-second-adult', { readonly conversation: string }>

/**
 * One kind of thing that is somebody's and may not be nobody's: what a leaver has of it, and how it becomes another's.
 * Each capability gives its own (src/holdings.ts lists them); people's page and verb know only this.
 */
export type Holding = Chosen | AskedAnew

interface Kind {
  /** Names the field on the page and the part of the handover: letters only. */
  readonly kind: string
  /** What it is, for one and for many: "child they work with". */
  readonly words: readonly [one: string, many: string]
  readonly heldBy: (reader: Reader, personId: PersonId) => Promise<readonly Held[]>
}

/** Goes to the one who is chosen for it. */
export interface Chosen extends Kind {
  /** Who may be given it: anybody with one of these roles. */
  readonly roles: readonly Role[]
  /** Makes what is held the other's, each part with its own entry; or says why it cannot, and then nothing is done. */
  readonly handOver: (writer: Writer, handing: Handing) => Promise<undefined | HandingRefusal>
}

/** Goes, each part, to whom it would be given if it came now: nobody is chosen, and whoever is given it owes it at once. */
export interface AskedAnew extends Kind {
  readonly roles: 'asked-anew'
  readonly handOver: (
    writer: Writer,
    handing: Omit<Handing, 'to' | 'held'>,
  ) => Promise<undefined | HandingRefusal>
}

/** "3 children they work with" */
export const inWords = ({ words: [one, many] }: Pick<Kind, 'words'>, count: number): string =>
  `${count} ${count === 1 ? one : many}`
