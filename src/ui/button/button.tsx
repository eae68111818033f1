import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

interface Face extends Part {
  readonly children: ComponentChildren
  /** `inverse` is for dark grounds; `start` begins a service. */
  readonly kind?: 'secondary' | 'warning' | 'inverse' | 'start' | undefined
  readonly id?: string | undefined
}

export interface ButtonProps extends Face {
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  /** Stops a second press from sending the form again (govuk-frontend's own script; the server holds without it). */
  readonly once?: boolean | undefined
}

// The start button's class comes after what the caller adds, as govuk-frontend has it.
const faceOf = ({ kind, class: more, id, attributes }: Face) => ({
  class: tokens(
    'govuk-button',
    kind && kind !== 'start' && `govuk-button--${kind}`,
    more,
    kind === 'start' && 'govuk-button--start',
  ),
  'data-module': 'govuk-button',
  id,
  ...attributes,
})

/** Sends the form it is in. */
export const Button = (props: ButtonProps) => (
  <button
    type={props.type ?? 'submit'}
    name={props.name}
    value={props.value}
    disabled={props.disabled}
    aria-disabled={props.disabled ? 'true' : undefined}
    data-prevent-double-click={props.once === undefined ? undefined : String(props.once)}
    {...faceOf(props)}
  >
    <Words {...props} />
  </button>
)

// What looks like a button is one to a screen reader too: people are told to press it.
const asButton = { role: 'button', draggable: false } as const

/** Goes somewhere, and looks like a button. The space bar presses it too (govuk-frontend's own script). */
export const ButtonLink = (props: Face & { readonly href: string }) => (
  <a href={props.href} {...asButton} {...faceOf(props)}>
    <Words {...props} />
  </a>
)

function Words({ kind, children }: Face) {
  if (kind !== 'start') return <>{children}</>
  return (
    <>
      {/* The button lays its parts out in a row, which would take the spaces from between marked-up words. */}
      {typeof children === 'string' ? children : <span>{children}</span>}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  )
}
