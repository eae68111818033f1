import type { VNode } from 'preact'
import {
  BackLink,
  Breadcrumbs,
  Button,
  ButtonLink,
  type ButtonProps,
  Pagination,
  ServiceNavigation,
  SkipLink,
  Tabs,
} from '../../src/ui/index.ts'
import { mapped } from './fixtures.ts'
import { type Dressed, dress, type Hole, raw, unlessHole, type Words, words } from './macro.tsx'

type Linked = Dressed & { readonly href?: string }

const backLink = mapped<Linked>('back-link', o => (
  <BackLink {...dress(o)} href={o.href || '#'}>
    {o.html || o.text ? words(o) : undefined}
  </BackLink>
))

interface MacroBreadcrumbs extends Dressed {
  readonly items: readonly Linked[]
  readonly collapseOnMobile?: boolean
  readonly labelText?: string
}

const breadcrumbs = mapped<MacroBreadcrumbs>('breadcrumbs', o => (
  <Breadcrumbs
    {...dress(o)}
    collapse={o.collapseOnMobile}
    label={o.labelText}
    items={o.items.map(item => ({ text: words(item), href: item.href, attributes: item.attributes }))}
  />
))

export interface MacroButton extends Linked {
  readonly type?: 'submit' | 'button' | 'reset'
  readonly name?: string
  readonly value?: string
  readonly id?: string
  readonly disabled?: boolean
  readonly preventDoubleClick?: boolean
  readonly isStartButton?: boolean
}

const kinds = ['secondary', 'warning', 'inverse'] as const

/** A kind is a class to the macro, and stands first among those it is given. */
function kindOf({ isStartButton, classes = '' }: MacroButton): Pick<ButtonProps, 'kind' | 'class'> {
  if (isStartButton) return { kind: 'start', class: classes }
  const [first, ...rest] = classes.split(' ')
  const kind = kinds.find(each => first === `govuk-button--${each}`)
  return kind ? { kind, class: rest.join(' ') } : { class: classes }
}

export function buttonOf(o: MacroButton): VNode {
  const face = { ...kindOf(o), attributes: o.attributes, id: o.id, children: words(o) }
  if (o.href) return <ButtonLink {...face} href={o.href} />
  return (
    <Button
      {...face}
      type={o.type}
      name={o.name}
      value={o.value}
      disabled={o.disabled}
      once={o.preventDoubleClick}
    />
  )
}

const button = mapped<MacroButton>('button', buttonOf)

type MacroStep = Linked & { readonly labelText?: string }
interface MacroPage {
  readonly number?: number | string
  readonly href?: string
  readonly current?: boolean
  readonly ellipsis?: boolean
  readonly visuallyHiddenText?: string
}
interface MacroPagination extends Dressed {
  readonly previous?: MacroStep
  readonly next?: MacroStep
  readonly items?: readonly (MacroPage | Hole)[]
  readonly landmarkLabel?: string
}

const stepOf = (o: MacroStep | undefined) =>
  o && { href: o.href ?? '', text: words(o), label: o.labelText, attributes: o.attributes }

const pageOf = (page: MacroPage | Hole) => {
  if (!page || Object.keys(page).length === 0) return undefined
  if (page.ellipsis) return 'gap' as const
  return {
    number: page.number ?? '',
    href: page.href ?? '',
    current: page.current,
    label: page.visuallyHiddenText,
  }
}

const pagination = mapped<MacroPagination>('pagination', o => (
  <Pagination
    {...dress(o)}
    previous={stepOf(o.previous)}
    next={stepOf(o.next)}
    pages={o.items?.map(pageOf)}
    label={o.landmarkLabel}
  />
))

interface MacroNavigationItem extends Linked {
  readonly current?: boolean
  readonly active?: boolean
}
interface MacroServiceNavigation extends Dressed {
  readonly serviceName?: string
  readonly serviceUrl?: string
  readonly navigation?: readonly (MacroNavigationItem | Hole)[]
  readonly collapseNavigationOnMobile?: boolean
  readonly ariaLabel?: string
  readonly navigationLabel?: string
  readonly menuButtonText?: string
  readonly menuButtonLabel?: string
  readonly navigationClasses?: string
  readonly navigationId?: string
  readonly slots?: {
    readonly start?: string
    readonly end?: string | { readonly html: string; readonly align: 'inline' }
    readonly navigationStart?: string
    readonly navigationEnd?: string
  }
}

const navigationItemOf = (item: MacroNavigationItem) => ({
  text: words(item),
  href: item.href,
  here: item.current ? ('page' as const) : item.active ? ('part' as const) : undefined,
  attributes: item.attributes,
})

const slot = (html: string | undefined) => html && raw(html)

const serviceNavigation = mapped<MacroServiceNavigation>('service-navigation', o => {
  const end = typeof o.slots?.end === 'string' ? { html: o.slots.end } : o.slots?.end
  const inverse = o.classes === 'govuk-service-navigation--inverse'
  return (
    <ServiceNavigation
      class={inverse ? undefined : o.classes}
      inverse={inverse}
      attributes={o.attributes}
      service={o.serviceName ? { name: o.serviceName, href: o.serviceUrl } : undefined}
      items={o.navigation?.map(item => unlessHole(item, navigationItemOf))}
      collapse={o.collapseNavigationOnMobile}
      labels={{
        section: o.ariaLabel,
        navigation: o.navigationLabel,
        menu: o.menuButtonText,
        toggle: o.menuButtonLabel,
      }}
      navigationId={o.navigationId}
      parts={{ navigation: { class: o.navigationClasses } }}
      start={slot(o.slots?.start)}
      end={slot(end?.html)}
      endInline={typeof o.slots?.end === 'object'}
      itemsStart={slot(o.slots?.navigationStart)}
      itemsEnd={slot(o.slots?.navigationEnd)}
    />
  )
})

const skipLink = mapped<Linked>('skip-link', o => (
  <SkipLink {...dress(o)} href={o.href || '#content'}>
    {words(o)}
  </SkipLink>
))

interface MacroTab {
  readonly label: string
  readonly id?: string
  readonly attributes?: Dressed['attributes']
  readonly panel: Words & { readonly attributes?: Dressed['attributes'] }
}
interface MacroTabs extends Dressed {
  readonly id?: string
  readonly idPrefix?: string
  readonly title?: string
  readonly items?: readonly (MacroTab | Hole)[]
}

const tabs = mapped<MacroTabs>('tabs', o => (
  <Tabs
    {...dress(o)}
    id={o.id}
    idPrefix={o.idPrefix}
    title={o.title}
    items={(o.items ?? []).map(item =>
      unlessHole(item, tab => ({
        label: tab.label,
        id: tab.id,
        panel: words(tab.panel),
        attributes: tab.attributes,
        parts: { panel: { attributes: tab.panel.attributes } },
      })),
    )}
  />
))

/** Components that lead somewhere. */
export const leading = [backLink, breadcrumbs, button, pagination, serviceNavigation, skipLink, tabs]
