import { controlOf, Field, type FieldProps } from '../field/field.tsx'
import { type Maybe, type Part, tokens } from '../part/part.ts'

export interface Option extends Pick<Part, 'attributes'> {
  readonly text: string
  /** What is sent. Its text, when it has none. */
  readonly value?: string | undefined
  /** Chosen, or not, whatever the value of the whole. */
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Maybe<Option>[]
}

/** One of many. For a few, radios are easier. */
export const Select = (props: SelectProps) => (
  <Field field={props}>
    <select
      class={tokens('govuk-select', props.class, props.error && 'govuk-select--error')}
      {...controlOf(props)}
      {...props.attributes}
    >
      {props.options.map(
        (option, at) =>
          option && (
            <option
              key={at}
              value={option.value}
              selected={option.selected ?? (option.value ?? option.text) === props.value}
              disabled={option.disabled}
              {...option.attributes}
            >
              {option.text}
            </option>
          ),
      )}
    </select>
  </Field>
)
