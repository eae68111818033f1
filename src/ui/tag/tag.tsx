import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface TagProps extends Part {
  readonly children: ComponentChildren
  readonly colour?:
    | 'grey'
    | 'green'
    | 'red'
    | 'orange'
    | 'yellow'
    | 'teal'
    | 'blue'
    | 'purple'
    | 'magenta'
    | undefined
}

/** How a thing stands, in a word or two. The colour only repeats them. */
export const Tag = ({ children, colour, class: more, attributes }: TagProps) => (
  <strong class={tokens('govuk-tag', colour && `govuk-tag--${colour}`, more)} {...attributes}>
    {children}
  </strong>
)
