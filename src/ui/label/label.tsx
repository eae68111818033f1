import type { ComponentChildren } from 'preact'
import { type Part, type Size, sizeClass, tokens } from '../part/part.ts'

export interface LabelProps extends Part {
  readonly children?: ComponentChildren
  /** The id of its field. */
  readonly for?: string | undefined
  readonly size?: Size | undefined
  /** It is the page's heading as well: for a page that asks one thing. */
  readonly heading?: boolean | undefined
}

/** What a field asks for. Nothing when it has no words. */
export function Label({ children, for: field, size, heading, class: more, attributes }: LabelProps) {
  if (!children) return null
  const label = (
    <label class={tokens('govuk-label', sizeClass('govuk-label', size), more)} for={field} {...attributes}>
      {children}
    </label>
  )
  return heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
