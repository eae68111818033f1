import type { ComponentChildren, VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import type { Attributes, Size } from '../../src/ui/index.ts'

/** Words as a macro takes them: as text, or as HTML that stands as it is. */
export interface Words {
  readonly text?: string | number | boolean
  readonly html?: string
}

/** What a macro takes for an element of a component. */
export interface Dressed extends Words {
  readonly classes?: string
  readonly attributes?: Attributes
}

/** A macro's items may have holes. */
export type Hole = null | false | ''

/** HTML in a string, which only these tests have: our own components take children. */
export const raw = (html: string): VNode => jsxTemplate([html])

/** Those words as children. */
export const words = ({ text, html }: Words = {}): ComponentChildren => (html ? raw(html.trim()) : text)

/** The class and the attributes, as our components call them. */
export const dress = ({ classes, attributes }: Omit<Dressed, keyof Words> = {}) => ({
  class: classes,
  attributes,
})

/** A size that a macro is given as a class: the size, and the class that is left over. */
export function sizeOf(
  block: string,
  classes = '',
): { readonly size: Size; readonly rest: string | undefined } {
  const size = (['s', 'm', 'l', 'xl'] as const).find(each => classes === `${block}--${each}`)
  return size ? { size, rest: undefined } : { size: 'body', rest: classes || undefined }
}

/** A hole, or the thing made of what is there. */
export const unlessHole = <T, U>(item: T | Hole, make: (item: T) => U): U | undefined =>
  item ? make(item) : undefined
