import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface PanelProps extends Part {
  readonly title: ComponentChildren
  readonly titleLevel?: 1 | 2 | undefined
  readonly children?: ComponentChildren
}

/** It is done: what was done, large, and the one thing to know about it. */
export const Panel = (props: PanelProps) => (
  <Box {...props} class={tokens('govuk-panel--confirmation', props.class)} />
)

export interface InterruptionProps extends PanelProps {
  /** What one may do now: buttons and links made for dark grounds. */
  readonly actions?: ComponentChildren
  readonly parts?: { readonly actions?: Part | undefined } | undefined
}

/** Stop and look: something to be sure of before going on. */
export const Interruption = ({ actions, parts, ...props }: InterruptionProps) => (
  <Box
    {...props}
    class={tokens('govuk-panel--interruption', props.class)}
    foot={
      (actions || parts?.actions) && (
        <div class={tokens('govuk-panel__actions', parts?.actions?.class)} {...parts?.actions?.attributes}>
          {actions && <div class="govuk-button-group">{actions}</div>}
        </div>
      )
    }
  />
)

function Box(props: PanelProps & { readonly foot?: ComponentChildren }) {
  const Title = props.titleLevel === 2 ? 'h2' : 'h1'
  return (
    <div class={tokens('govuk-panel', props.class)} {...props.attributes}>
      <Title class="govuk-panel__title">{props.title}</Title>
      {props.children && <div class="govuk-panel__body">{props.children}</div>}
      {props.foot}
    </div>
  )
}
