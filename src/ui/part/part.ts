import type { VNode } from 'preact'

/**
 * A component as it is used, by the name of the example in govuk-frontend whose HTML it makes. They are its
 * documentation, and the tests hold them to that HTML.
 */
export type Examples = Readonly<Record<string, VNode>>

/** What an element carries besides what its component sets: `data-…`, `aria-…`, and the element's own attributes. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** What may be said of any element besides its words. */
export interface Part {
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The sizes in which a label, a legend or a caption is set. `body` is the size of running text. */
export type Size = 'body' | 's' | 'm' | 'l' | 'xl'

/** The class of a size, by the name of the thing it is for. Running text has none. */
export const sizeClass = (block: string, size: Size | undefined): string | undefined =>
  size && size !== 'body' ? `${block}--${size}` : undefined

/** Tokens with a space between them, as `class` and `aria-describedby` take them. Undefined when none is left. */
export function tokens(...each: readonly (string | false | null | undefined)[]): string | undefined {
  let all = ''
  for (const one of each) if (one) all = all ? `${all} ${one}` : one
  return all || undefined
}

/** A thing that may be left out of a list in place: `condition && { … }`. */
export type Maybe<T> = T | false | null | undefined

/**
 * Words that govuk-frontend's own script says, by its key for them: one sentence, or one for each plural rule
 * (`one`, `other`, …) with `%{count}` in it. What is not given it says in English.
 */
export type Messages<Key extends string> = Readonly<
  Partial<Record<Key, string | Readonly<Record<string, string>>>>
>

/** The attributes in which that script looks for its words. */
export const messageAttributes = <Key extends string>(messages: Messages<Key> | undefined): Attributes =>
  Object.fromEntries(
    Object.entries<string | Readonly<Record<string, string>> | undefined>(messages ?? {}).flatMap(
      ([key, said]) =>
        typeof said === 'object'
          ? Object.entries(said).map(([rule, words]) => [`data-i18n.${key}.${rule}`, words])
          : [[`data-i18n.${key}`, said]],
    ),
  )
