import type { ComponentChildren } from 'preact'
import { controlOf, Field, type FieldProps } from '../field/field.tsx'
import { tokens } from '../part/part.ts'

export interface TextareaProps extends FieldProps {
  readonly rows?: number | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
  /** What stands under the control. */
  readonly after?: ComponentChildren
}

/** Several lines of text. */
export const Textarea = (props: TextareaProps) => (
  <Field field={props}>
    <textarea
      class={tokens('govuk-textarea', props.error && 'govuk-textarea--error', props.class)}
      {...controlOf(props)}
      rows={props.rows ?? 5}
      spellcheck={props.spellcheck}
      autocomplete={props.autocomplete}
      {...props.attributes}
    >
      {props.value}
    </textarea>
    {props.after}
  </Field>
)
