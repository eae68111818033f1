import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface SkipLinkProps extends Part {
  readonly href: string
  readonly children: ComponentChildren
}

/** The first thing on a page for who goes by keyboard: past what every page has. */
export const SkipLink = ({ href, children, class: more, attributes }: SkipLinkProps) => (
  <a href={href} class={tokens('govuk-skip-link', more)} data-module="govuk-skip-link" {...attributes}>
    {children}
  </a>
)
