import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface DetailsProps extends Part {
  readonly summary: ComponentChildren
  readonly children: ComponentChildren
  readonly open?: boolean | undefined
  readonly id?: string | undefined
}

/** More for those who want it, behind a line that says what. */
export const Details = ({ summary, children, open, id, class: more, attributes }: DetailsProps) => (
  <details id={id} class={tokens('govuk-details', more)} open={open} {...attributes}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
