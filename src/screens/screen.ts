import type { ComponentChildren } from 'preact'
import type { Fields, FormState, Values } from '../kit/forms/index.ts'
import type { Refused } from '../kit/proof.ts'
import type { Change, PersonActor, Reader, Writer } from '../records/index.ts'
import type { Address, Params } from './address.ts'

/** What a page holds. The frame around it (header, strap, help, footer) is the same everywhere: src/frame.tsx. */
export interface Content {
  /** The heading's words: what this one page is for. */
  readonly title: string
  readonly body: ComponentChildren
  readonly back?: { readonly href: string; readonly text: string }
  /** Pages for families are very plain, phone first. */
  readonly plain?: boolean
  /** Scripts of our own that add to the page, by their file name under src/ui/scripts. No page needs one. */
  readonly scripts?: readonly string[]
}

/** What a screen is shown with. */
export interface View<Thing, F extends Fields> {
  readonly thing: Thing
  readonly form: FormState<F>
  readonly actor: PersonActor
  readonly now: Date
  readonly query: URLSearchParams
  /** The words of a refusal, when what was sent could not be done. The frame shows it above the heading too. */
  readonly refusal?: ComponentChildren
  /** The refusal's name, for a page that then asks for something more. */
  readonly refusedFor?: string
}

type Asked<Pattern extends string> = Params<Pattern> & { readonly query: URLSearchParams }

interface Common<Pattern extends string, Thing, F extends Fields> {
  readonly address: Address<Pattern>
  /** Things of this screen alone that are typed in its form. */
  readonly fields?: F
  readonly show: (view: View<Thing, F>) => Content
}

/** Reads what the screen is about, through access.ts. Undefined is a 404, for missing and forbidden alike. */
interface Loads<Pattern extends string, Thing> {
  readonly load: (reader: Reader<PersonActor>, asked: Asked<Pattern>) => Promise<Thing | undefined>
  readonly loadOnRecord?: never
  /**
   * Where many send this form at the same moment, and what is sent twice is done once: what comes together is stored together
   * (writeTogether). Names the thing that is written to: two that write to the same are never stored at once.
   */
  readonly togetherBy?: (asked: Params<Pattern>) => string
}

/** As load, where looking is itself recorded (a concern, a conversation by a supervisor). */
interface LoadsOnRecord<Pattern extends string, Thing> {
  readonly load?: never
  readonly togetherBy?: never
  readonly loadOnRecord: (writer: Writer<PersonActor>, asked: Asked<Pattern>) => Promise<Thing | undefined>
}

/** What a form of the screen does: one verb. It runs in the transaction in which `load` has just checked access again. */
interface Submits<Thing, F extends Fields, Done, No extends Refused<string>> {
  readonly fields: F
  readonly submit: (writer: Writer<PersonActor>, thing: Thing, values: Values<F>) => Promise<Change<Done, No>>
  /** Where to go when it is done (303). */
  readonly done: (done: Done, thing: Thing) => string
  /** The sentence that the page one goes on to begins with, where it does not show by itself that it is done; empty for none. */
  readonly told?: (done: Done, thing: Thing, values: Values<F>) => string
  /** Words for every way the verb can refuse: what happened, and what to do instead. A sentence, or a few paragraphs. */
  readonly refused: {
    readonly [R in No['reason']]: (refusal: Extract<No, { readonly reason: R }>) => ComponentChildren
  }
}

interface SubmitsNothing {
  readonly submit?: never
  readonly togetherBy?: never
  readonly done?: never
  readonly told?: never
  readonly refused?: never
}

export type Screen<
  Pattern extends string,
  Thing,
  F extends Fields,
  Done,
  No extends Refused<string>,
> = Common<Pattern, Thing, F> &
  (Loads<Pattern, Thing> | LoadsOnRecord<Pattern, Thing>) &
  (Submits<Thing, F, Done, No> | SubmitsNothing)

/** A screen whose types have been checked and are no longer needed: what the app serves. */
export interface AnyScreen {
  readonly kind: 'screen'
  readonly address: Address
  readonly fields?: Fields
  /** Of what was typed, as much as may be kept for somebody whose sign-in ran out; all of it unless said. */
  readonly keeps?: (typed: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  readonly load?: (reader: Reader<PersonActor>, asked: never) => Promise<unknown>
  readonly loadOnRecord?: (writer: Writer<PersonActor>, asked: never) => Promise<unknown>
  readonly show: (view: never) => Content
  readonly togetherBy?: (asked: never) => string
  readonly submit?: (
    writer: Writer<PersonActor>,
    thing: never,
    values: never,
  ) => Promise<Change<unknown, Refused<string>>>
  readonly done?: (done: never, thing: never) => string
  readonly told?: (done: never, thing: never, values: never) => string
  readonly refused?: Readonly<Record<string, (refusal: never) => ComponentChildren>>
}

/**
 * One screen for a person who is signed in: what it loads, what it shows, what its form does.
 * A GET loads and shows in one read-only transaction; a POST loads again, parses and submits in one read-write
 * transaction, then goes on (303), shows the fields' sentences (422) or the refusal's (409) with what was typed.
 */
export const screen = <
  const Pattern extends string,
  Thing,
  F extends Fields,
  Done,
  No extends Refused<string>,
>(
  definition: Screen<Pattern, Thing, F, Done, No>,
): AnyScreen => ({ kind: 'screen', ...definition }) as unknown as AnyScreen
