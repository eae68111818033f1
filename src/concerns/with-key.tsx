import type { ComponentChildren } from 'preact'
import type { Fields, Values } from '../kit/forms/index.ts'
import { type Refused, refuse } from '../kit/proof.ts'
import type { Change, PersonActor, Reader, Writer } from '../records/index.ts'
import {
  type Address,
  type AnyScreen,
  type Content,
  type Params,
  screen,
  type View,
} from '../screens/index.ts'
import { UnlockFirst, unlockedFor } from '../sealing/index.ts'
import { Heading } from '../ui/index.ts'

interface WithKey<Pattern extends string, Thing, F extends Fields, Done, No extends Refused<string>> {
  readonly address: Address<Pattern>
  readonly fields: F
  readonly load: (
    reader: Reader<PersonActor>,
    asked: Params<Pattern> & { readonly query: URLSearchParams },
  ) => Promise<Thing | undefined>
  readonly show: (view: View<Thing, F>) => Content
  readonly submit: (writer: Writer<PersonActor>, thing: Thing, values: Values<F>) => Promise<Change<Done, No>>
  readonly done: (done: Done, thing: Thing) => string
  readonly told?: (done: Done, thing: Thing, values: Values<F>) => string
  readonly refused: {
    readonly [R in No['reason']]: (refusal: Extract<No, { readonly reason: R }>) => ComponentChildren
  }
}

/**
 * A screen on which somebody does something in a concern: only while their own key is unlocked. Whoever sits down at a desk where
 * somebody is signed in does nothing in one, and nobody says that they have seen to what they could not have read.
 */
export const screenWithKey = <
  const Pattern extends string,
  Thing,
  F extends Fields,
  Done,
  No extends Refused<string>,
>(
  definition: WithKey<Pattern, Thing, F, Done, No>,
): AnyScreen => {
  const { address, fields, load, show, submit, done, told, refused } = definition
  type Loaded = { readonly thing: Thing; readonly locked: boolean; readonly at: string }
  return screen<Pattern, Loaded, F, Done, No | Refused<'locked'>>({
    address,
    fields,
    load: async (reader, asked) => {
      const thing = await load(reader, asked)
      // Each of them is about one thing, which its address names.
      const to = address.to as unknown as (of: typeof asked) => string
      return thing === undefined ? undefined : { thing, locked: !(await unlockedFor(reader)), at: to(asked) }
    },
    show: ({ thing: { thing, locked, at }, ...view }) => {
      const content = show({ ...view, thing })
      // What was typed already stays on the page.
      if (!locked || Object.values(view.form.typed).some(Boolean)) return content
      const body = (
        <>
          <Heading>{content.title}</Heading>
          <UnlockFirst next={at} />
        </>
      )
      return { ...content, body }
    },
    submit: async (writer, { thing, locked }, values) =>
      locked ? refuse('locked') : submit(writer, thing, values),
    done: (value, { thing }) => done(value, thing),
    told: (value, { thing }, values) => told?.(value, thing, values) ?? '',
    refused: {
      ...refused,
      locked: () =>
        'Nothing was kept: your key is locked. Unlock it in another window, under My key, and send this once more. What you wrote still stands here.',
    } as never,
  })
}
