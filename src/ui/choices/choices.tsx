import type { ComponentChildren } from 'preact'
import type { FieldProps } from '../field/field.tsx'

export interface Choice {
  readonly value: string
  readonly text: ComponentChildren
  readonly hint?: ComponentChildren
}

interface ChoicesProps extends FieldProps {
  readonly options: readonly Choice[]
  readonly kind: 'radios' | 'checkboxes'
}

function Choices({ name, label, hint, error, value, options, kind, labelIsHeading }: ChoicesProps) {
  const type = kind === 'radios' ? 'radio' : 'checkbox'
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset
        class="govuk-fieldset"
        aria-describedby={
          [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
        }
      >
        <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${labelIsHeading ? 'l' : 's'}`}>
          {labelIsHeading ? <h1 class="govuk-fieldset__heading">{label}</h1> : label}
        </legend>
        {hint && (
          <div id={`${name}-hint`} class="govuk-hint">
            {hint}
          </div>
        )}
        {error && (
          <p id={`${name}-error`} class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <div class={`govuk-${kind}`} data-module={`govuk-${kind}`}>
          {options.map((option, index) => {
            const id = index === 0 ? name : `${name}-${index + 1}`
            return (
              <div class={`govuk-${kind}__item`} key={option.value}>
                <input
                  class={`govuk-${kind}__input`}
                  id={id}
                  name={name}
                  type={type}
                  value={option.value}
                  checked={option.value === value}
                  aria-describedby={option.hint ? `${id}-item-hint` : undefined}
                />
                <label class={`govuk-label govuk-${kind}__label`} for={id}>
                  {option.text}
                </label>
                {option.hint && (
                  <div id={`${id}-item-hint`} class={`govuk-hint govuk-${kind}__hint`}>
                    {option.hint}
                  </div>
                )}
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}

/** One of a few. */
export const Radios = (props: Omit<ChoicesProps, 'kind'>) => <Choices {...props} kind="radios" />

/** A box to tick, with the words that ticking it stands for. */
export const Tick = ({ text, ...field }: FieldProps & { readonly text: ComponentChildren }) => (
  <Choices {...field} kind="checkboxes" options={[{ value: 'yes', text }]} />
)
