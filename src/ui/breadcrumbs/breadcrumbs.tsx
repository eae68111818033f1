import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface Crumb extends Pick<Part, 'attributes'> {
  readonly text: ComponentChildren
  /** Left out for the page one is on. */
  readonly href?: string | undefined
}

export interface BreadcrumbsProps extends Part {
  readonly items: readonly Crumb[]
  /** What a screen reader calls them. */
  readonly label?: string | undefined
  /** On a phone, only the first and the last. */
  readonly collapse?: boolean | undefined
}

/** Where a page stands: the places above it, from the top. */
export const Breadcrumbs = ({
  items,
  label = 'Breadcrumb',
  collapse,
  class: more,
  attributes,
}: BreadcrumbsProps) => (
  <nav
    class={tokens('govuk-breadcrumbs', more, collapse && 'govuk-breadcrumbs--collapse-on-mobile')}
    aria-label={label}
    {...attributes}
  >
    <ol class="govuk-breadcrumbs__list">
      {items.map(({ text, href, attributes: own }, at) =>
        href ? (
          <li class="govuk-breadcrumbs__list-item" key={at}>
            <a class="govuk-breadcrumbs__link" href={href} {...own}>
              {text}
            </a>
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item" aria-current="page" key={at}>
            {text}
          </li>
        ),
      )}
    </ol>
  </nav>
)
