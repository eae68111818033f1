import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface InsetProps extends Part {
  readonly children: ComponentChildren
  readonly id?: string | undefined
}

/** Words set apart from those round them. */
export const Inset = ({ children, id, class: more, attributes }: InsetProps) => (
  <div id={id} class={tokens('govuk-inset-text', more)} {...attributes}>
    {children}
  </div>
)
