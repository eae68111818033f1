import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface BackLinkProps extends Part {
  readonly href: string
  readonly children?: ComponentChildren
}

/** One step back. Stands first on the page, above its heading. */
export const BackLink = ({ href, children = 'Back', class: more, attributes }: BackLinkProps) => (
  <a href={href} class={tokens('govuk-back-link', more)} {...attributes}>
    {children}
  </a>
)
