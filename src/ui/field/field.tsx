import type { ComponentChildren } from 'preact'

/** What every field has. The label cannot be left out; the id is the name, so that the error summary can point to it. */
export interface FieldProps {
  readonly name: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly value?: string | undefined
  /** When the page has one field, its label is the heading. */
  readonly labelIsHeading?: boolean
}

const describedBy = ({ name, hint, error }: FieldProps): string | undefined =>
  [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined

function Group({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  const { name, label, hint, error, labelIsHeading } = field
  const text = (
    <label class={`govuk-label${labelIsHeading ? ' govuk-label--l' : ''}`} for={name}>
      {label}
    </label>
  )
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      {labelIsHeading ? <h1 class="govuk-label-wrapper">{text}</h1> : text}
      {hint && (
        <div id={`${name}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error && <ErrorMessage name={name}>{error}</ErrorMessage>}
      {children}
    </div>
  )
}

const ErrorMessage = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <p id={`${name}-error`} class="govuk-error-message">
    <span class="govuk-visually-hidden">Error:</span> {children}
  </p>
)

export interface InputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'date'
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'email' | 'tel'
  readonly width?: 5 | 10 | 20
  readonly spellcheck?: boolean
}

// Preact types an input by its kind, each by itself; which one it is makes no difference here.
const kindOfInput = (type: InputProps['type'] = 'text') => ({ type }) as { type: 'text' }

export const Input = (props: InputProps) => (
  <Group field={props}>
    <input
      class={`govuk-input${props.width ? ` govuk-input--width-${props.width}` : ''}${props.error ? ' govuk-input--error' : ''}`}
      id={props.name}
      name={props.name}
      {...kindOfInput(props.type)}
      value={props.type === 'password' ? undefined : props.value}
      autocomplete={props.autocomplete}
      inputMode={props.inputmode}
      spellcheck={props.spellcheck}
      aria-describedby={describedBy(props)}
    />
  </Group>
)

export const Textarea = (props: FieldProps & { readonly rows?: number }) => (
  <Group field={props}>
    <textarea
      class={`govuk-textarea${props.error ? ' govuk-textarea--error' : ''}`}
      id={props.name}
      name={props.name}
      rows={props.rows ?? 5}
      aria-describedby={describedBy(props)}
    >
      {props.value}
    </textarea>
  </Group>
)

export interface Option {
  readonly value: string
  readonly text: string
}

export const Select = (props: FieldProps & { readonly options: readonly Option[] }) => (
  <Group field={props}>
    <select
      class={`govuk-select${props.error ? ' govuk-select--error' : ''}`}
      id={props.name}
      name={props.name}
      aria-describedby={describedBy(props)}
    >
      {props.options.map(({ value, text }) => (
        <option key={value} value={value} selected={value === props.value}>
          {text}
        </option>
      ))}
    </select>
  </Group>
)

/** A file to send. */
export const FileUpload = (props: FieldProps & { readonly accept?: string }) => (
  <Group field={props}>
    <input
      class={`govuk-file-upload${props.error ? ' govuk-file-upload--error' : ''}`}
      id={props.name}
      name={props.name}
      type="file"
      accept={props.accept}
      aria-describedby={describedBy(props)}
    />
  </Group>
)

/** Something the page itself sends along. */
export const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)
