import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface ErrorMessageProps extends Part {
  readonly children: ComponentChildren
  readonly id?: string | undefined
  /** What a screen reader says before it. Empty says nothing. */
  readonly prefix?: string | undefined
}

/** What is wrong with one field, and what to do, in a sentence. */
export const ErrorMessage = ({
  children,
  id,
  prefix = 'Error',
  class: more,
  attributes,
}: ErrorMessageProps) => (
  <p id={id} class={tokens('govuk-error-message', more)} {...attributes}>
    {prefix && (
      <>
        <span class="govuk-visually-hidden">{prefix}:</span>{' '}
      </>
    )}
    {children}
  </p>
)
