import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface HintProps extends Part {
  readonly children: ComponentChildren
  readonly id?: string | undefined
}

/** Help with one field, under its label. */
export const Hint = ({ children, id, class: more, attributes }: HintProps) => (
  <div id={id} class={tokens('govuk-hint', more)} {...attributes}>
    {children}
  </div>
)
