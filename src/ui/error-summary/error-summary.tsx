import type { ComponentChildren } from 'preact'

/** What has to be put right before this can go on. Stands above the heading; each line leads to its field. */
export function ErrorSummary({
  errors,
  refusal,
}: {
  errors?: Readonly<Record<string, string | undefined>> | undefined
  refusal?: ComponentChildren
}) {
  const wrong = Object.entries(errors ?? {}).filter(([, sentence]) => sentence)
  if (wrong.length === 0 && !refusal) return null
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          {refusal && <p>{refusal}</p>}
          {wrong.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {wrong.map(([name, sentence]) => (
                <li key={name}>
                  <a href={`#${name}`}>{sentence}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
