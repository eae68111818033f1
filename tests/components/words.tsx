import { Fragment } from 'preact'
import {
  Details,
  ErrorMessage,
  Fieldset,
  Hint,
  Inset,
  Interruption,
  Label,
  Link,
  NotificationBanner,
  type NotificationBannerProps,
  Panel,
  type PanelProps,
  Tag,
  type TagProps,
  Warning,
} from '../../src/ui/index.ts'
import { mapped } from './fixtures.ts'
import { type Dressed, dress, raw, sizeOf, words } from './macro.tsx'
import { buttonOf, type MacroButton } from './ways.tsx'

interface WithId extends Dressed {
  readonly id?: string
}

interface MacroDetails extends WithId {
  readonly summaryText?: string
  readonly summaryHtml?: string
  readonly open?: boolean
}

const details = mapped<MacroDetails>('details', o => (
  <Details
    {...dress(o)}
    id={o.id}
    open={o.open}
    summary={words({ text: o.summaryText ?? '', html: o.summaryHtml ?? '' })}
  >
    {words(o)}
  </Details>
))

const errorMessage = mapped<WithId & { visuallyHiddenText?: string }>('error-message', o => (
  <ErrorMessage {...dress(o)} id={o.id} prefix={o.visuallyHiddenText}>
    {words(o)}
  </ErrorMessage>
))

export interface MacroLegend extends Dressed {
  readonly isPageHeading?: boolean
}

interface MacroFieldset extends Dressed {
  readonly legend: MacroLegend
  readonly role?: 'group'
  readonly describedBy?: string
}

const fieldset = mapped<MacroFieldset>('fieldset', o => {
  const { size, rest } = sizeOf('govuk-fieldset__legend', o.legend.classes)
  return (
    <Fieldset
      {...dress(o)}
      role={o.role}
      describedBy={o.describedBy}
      legend={words(o.legend)}
      legendSize={size}
      legendIsHeading={o.legend.isPageHeading}
      parts={{ legend: { class: rest } }}
    >
      {o.html && raw(o.html)}
    </Fieldset>
  )
})

const hint = mapped<WithId>('hint', o => (
  <Hint {...dress(o)} id={o.id}>
    {words(o)}
  </Hint>
))

const insetText = mapped<WithId>('inset-text', o => (
  <Inset {...dress(o)} id={o.id}>
    {words(o)}
  </Inset>
))

const label = mapped<MacroLegend & { for?: string }>('label', o => {
  const { size, rest } = sizeOf('govuk-label', o.classes)
  return (
    <Label size={size} class={rest} attributes={o.attributes} for={o.for} heading={o.isPageHeading}>
      {words(o)}
    </Label>
  )
})

interface MacroBanner extends Dressed {
  readonly type?: string
  readonly titleText?: string
  readonly titleHtml?: string
  readonly titleId?: string
  readonly titleHeadingLevel?: NotificationBannerProps['titleLevel']
  readonly role?: NotificationBannerProps['role']
  readonly disableAutoFocus?: boolean
}

const notificationBanner = mapped<MacroBanner>('notification-banner', o => (
  <NotificationBanner
    {...dress(o)}
    success={o.type === 'success'}
    title={o.titleHtml ? raw(o.titleHtml) : o.titleText}
    titleId={o.titleId}
    titleLevel={o.titleHeadingLevel}
    role={o.role}
    takesFocus={o.disableAutoFocus === undefined ? undefined : !o.disableAutoFocus}
  >
    {words(o)}
  </NotificationBanner>
))

interface MacroPanel extends Dressed {
  readonly titleText?: string
  readonly titleHtml?: string
  readonly headingLevel?: PanelProps['titleLevel']
  readonly actions?: Dressed & { readonly items?: readonly MacroButton[] }
}

const panel = mapped<MacroPanel>('panel', o => {
  const interrupts = o.classes?.startsWith('govuk-panel--interruption')
  const props: PanelProps = {
    title: o.titleHtml ? raw(o.titleHtml) : o.titleText,
    titleLevel: o.headingLevel,
    attributes: o.attributes,
    children: words(o),
  }
  if (!interrupts) return <Panel {...props} class={o.classes} />
  return (
    <Interruption
      {...props}
      class={o.classes?.replace(/^govuk-panel--interruption ?/, '')}
      actions={o.actions?.items?.map((action, at) => <Fragment key={at}>{actionOf(action)} </Fragment>)}
      parts={{ actions: o.actions && dress(o.actions) }}
    />
  )
})

const actionOf = (action: MacroButton) =>
  action.href && action.type !== 'button' ? (
    <Link href={action.href} inverse {...dress(action)}>
      {action.text}
    </Link>
  ) : (
    buttonOf({ type: 'button', ...action, classes: `govuk-button--inverse ${action.classes ?? ''}`.trim() })
  )

const tag = mapped<Dressed>('tag', o => {
  const colour = colours.find(each => o.classes === `govuk-tag--${each}`)
  return (
    <Tag colour={colour} class={colour ? undefined : o.classes} attributes={o.attributes}>
      {words(o)}
    </Tag>
  )
})

const colours: readonly NonNullable<TagProps['colour']>[] = [
  'grey',
  'green',
  'red',
  'orange',
  'yellow',
  'teal',
  'blue',
  'purple',
  'magenta',
]

const warningText = mapped<Dressed & { iconFallbackText?: string }>('warning-text', o => (
  <Warning {...dress(o)} sign={o.iconFallbackText}>
    {words(o)}
  </Warning>
))

/** Components that say something. */
export const saying = [
  details,
  errorMessage,
  fieldset,
  hint,
  insetText,
  label,
  notificationBanner,
  panel,
  tag,
  warningText,
]
