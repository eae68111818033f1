import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface WarningProps extends Part {
  readonly children: ComponentChildren
  /** What a screen reader says for the sign. */
  readonly sign?: string | undefined
}

/** Something that matters: what happens if it is not done, or is done wrong. */
export const Warning = ({ children, sign = 'Warning', class: more, attributes }: WarningProps) => (
  <div class={tokens('govuk-warning-text', more)} {...attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{sign}</span> {children}
    </strong>
  </div>
)
