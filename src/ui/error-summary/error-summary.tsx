import type { ComponentChildren } from 'preact'
import { type Part, tokens } from '../part/part.ts'

export interface ErrorLine extends Pick<Part, 'attributes'> {
  readonly text: ComponentChildren
  /** The field it is about: `#` and its id. */
  readonly href?: string | undefined
}

export interface ErrorBoxProps extends Part {
  readonly title?: ComponentChildren
  readonly description?: ComponentChildren
  readonly lines?: readonly ErrorLine[] | undefined
  /** More than one paragraph of words, under the description. */
  readonly children?: ComponentChildren
  /** Whether govuk-frontend's own script moves the keyboard to it. It does unless told not to. */
  readonly takesFocus?: boolean | undefined
}

/** What is wrong with a page. */
export const ErrorBox = (props: ErrorBoxProps) => (
  <div
    class={tokens('govuk-error-summary', props.class)}
    data-module="govuk-error-summary"
    data-disable-auto-focus={props.takesFocus === undefined ? undefined : String(!props.takesFocus)}
    {...props.attributes}
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
      <div class="govuk-error-summary__body">
        {props.description && <p>{props.description}</p>}
        {props.children}
        {props.lines && props.lines.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {props.lines.map(({ text, href, attributes }, at) => (
              <li key={at}>
                {href ? (
                  <a href={href} {...attributes}>
                    {text}
                  </a>
                ) : (
                  text
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
)

/**
 * What has to be put right before a form can go on, from the form's own errors by the names of its fields.
 * Stands above the heading; each line leads to its field. Nothing when nothing is wrong.
 */
export function ErrorSummary({
  errors,
  refusal,
}: {
  errors?: Readonly<Record<string, string | undefined>> | undefined
  refusal?: ComponentChildren
}) {
  const lines = Object.entries(errors ?? {}).flatMap(([name, text]) =>
    text ? [{ text, href: `#${name}` }] : [],
  )
  if (lines.length === 0 && !refusal) return null
  const sentence = typeof refusal === 'string'
  return (
    <ErrorBox description={sentence ? refusal : undefined} lines={lines}>
      {sentence ? undefined : refusal}
    </ErrorBox>
  )
}
