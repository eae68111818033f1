import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface NotificationBannerProps extends Part {
  /** Words alone are set large; anything else stands as it is. */
  readonly children: ComponentChildren
  /** It worked. Said at once by a screen reader. */
  readonly success?: boolean | undefined
  readonly title?: ComponentChildren
  readonly titleId?: string | undefined
  readonly titleLevel?: 2 | 3 | undefined
  readonly role?: 'alert' | 'region' | 'banner' | undefined
  /** Whether govuk-frontend's own script moves the keyboard to one that says something worked. It does unless told not to. */
  readonly takesFocus?: boolean | undefined
}

/** News that is not about the page itself: at its top, once. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { children, success, title, titleId = 'govuk-notification-banner-title', role, takesFocus } = props
  const Title = props.titleLevel === 3 ? 'h3' : 'h2'
  const landmark = { role: role ?? (success ? 'alert' : 'region'), 'aria-labelledby': titleId } as const
  return (
    <div
      class={tokens(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.class,
      )}
      {...landmark}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={takesFocus === undefined ? undefined : String(!takesFocus)}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Title class="govuk-notification-banner__title" id={titleId}>
          {title ?? (success ? 'Success' : 'Important')}
        </Title>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p class="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  )
}
