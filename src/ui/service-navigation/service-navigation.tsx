import type { ComponentChildren } from 'preact'
import { type Maybe, type Part, tokens } from '../part/part.ts'

export interface NavigationItem extends Pick<Part, 'attributes'> {
  readonly text: ComponentChildren
  readonly href?: string | undefined
  /** The page one is on; or a part of the service that one is in. */
  readonly here?: 'page' | 'part' | undefined
}

export interface ServiceNavigationProps extends Part {
  readonly service?: { readonly name: string; readonly href?: string | undefined } | undefined
  readonly items?: readonly Maybe<NavigationItem>[] | undefined
  /** For dark grounds. */
  readonly inverse?: boolean | undefined
  /** On a phone, behind a button (govuk-frontend's own script). So when there are several, unless said. */
  readonly collapse?: boolean | undefined
  /** What the parts are called, and the button on a phone. */
  readonly labels?:
    | {
        readonly section?: string | undefined
        readonly navigation?: string | undefined
        readonly menu?: string | undefined
        /** What a screen reader says for the button, when its words do not do. */
        readonly toggle?: string | undefined
      }
    | undefined
  readonly navigationId?: string | undefined
  /** What stands before and after it all, and (as list items) before and after the items. */
  readonly start?: ComponentChildren
  readonly end?: ComponentChildren
  readonly endInline?: boolean | undefined
  readonly itemsStart?: ComponentChildren
  readonly itemsEnd?: ComponentChildren
  readonly parts?: { readonly navigation?: Pick<Part, 'class'> | undefined } | undefined
}

/** The name of a service and the ways through it. A section of its own when it holds more than the ways. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { service, start, end, labels } = props
  const outer = {
    class: tokens(
      'govuk-service-navigation',
      props.inverse && 'govuk-service-navigation--inverse',
      props.class,
    ),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  const inside = (
    <div
      class={tokens(
        'govuk-width-container',
        props.endInline && 'govuk-service-navigation__inlining-container',
      )}
    >
      {start}
      <div class="govuk-service-navigation__container">
        {service && <ServiceName {...service} />}
        <Ways {...props} />
      </div>
      {end}
    </div>
  )
  return service || start || end ? (
    <section aria-label={labels?.section ?? 'Service information'} {...outer}>
      {inside}
    </section>
  ) : (
    <div {...outer}>{inside}</div>
  )
}

const ServiceName = ({ name, href }: NonNullable<ServiceNavigationProps['service']>) => (
  <span class="govuk-service-navigation__service-name">
    {href ? (
      <a href={href} class="govuk-service-navigation__link">
        {name}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{name}</span>
    )}
  </span>
)

// Without script the button would do nothing, so the script is what shows it.
const untilScript = { hidden: true, 'aria-hidden': 'true' } as const

function Ways(props: ServiceNavigationProps) {
  const { labels, itemsStart, itemsEnd, navigationId = 'navigation' } = props
  const items = (props.items ?? []).flatMap(item => item || [])
  if (items.length === 0 && !itemsStart && !itemsEnd) return null
  const menu = labels?.menu ?? 'Menu'
  return (
    <nav
      aria-label={labels?.navigation ?? menu}
      class={tokens('govuk-service-navigation__wrapper', props.parts?.navigation?.class)}
    >
      {(props.collapse ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={navigationId}
          aria-label={labels?.toggle === menu ? undefined : labels?.toggle}
          {...untilScript}
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {itemsStart}
        {items.map((item, at) => (
          <Way key={at} {...item} />
        ))}
        {itemsEnd}
      </ul>
    </nav>
  )
}

const current: Readonly<Record<'page' | 'part', 'page' | 'true'>> = { page: 'page', part: 'true' }

function Way({ text, href, here, attributes }: NavigationItem) {
  // Strong, so that it stands out also for those who use colours of their own.
  const words = here ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text
  const now = here && current[here]
  return (
    <li class={tokens('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={now} {...attributes}>
          {words}
        </a>
      ) : (
        <span class="govuk-service-navigation__text" aria-current={now}>
          {words}
        </span>
      )}
    </li>
  )
}
