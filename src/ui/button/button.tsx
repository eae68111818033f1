import type { ComponentChildren } from 'preact'

export interface ButtonProps {
  readonly children: ComponentChildren
  readonly kind?: 'secondary' | 'warning' | 'start' | undefined
  readonly name?: string
  readonly value?: string
  /** Stops a second press from sending the form again (govuk-frontend's own script; the server holds without it). */
  readonly once?: boolean
}

const kinds = {
  secondary: ' govuk-button--secondary',
  warning: ' govuk-button--warning',
  start: ' govuk-button--start',
}

/** Sends the form it is in. */
export const Button = ({ children, kind, name, value, once }: ButtonProps) => (
  <button
    type="submit"
    class={`govuk-button${kind ? kinds[kind] : ''}`}
    data-module="govuk-button"
    data-prevent-double-click={once ? 'true' : undefined}
    name={name}
    value={value}
  >
    {children}
  </button>
)

/** Goes somewhere, and looks like a button. */
export const ButtonLink = ({
  href,
  kind,
  children,
}: {
  href: string
  kind?: ButtonProps['kind']
  children: ComponentChildren
}) => (
  <a href={href} class={`govuk-button${kind ? kinds[kind] : ''}`}>
    {children}
  </a>
)
