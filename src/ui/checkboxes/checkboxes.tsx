import type { ComponentChildren } from 'preact'
import {
  type Choice,
  ChoiceRow,
  ChoicesFrame,
  type ChoicesProps,
  type Divider,
  eachChoice,
} from '../choices/choices.tsx'
import { describedBy, type FieldProps } from '../field/field.tsx'
import type { Maybe } from '../part/part.ts'

export interface Box extends Choice {
  /** Its own name, when it is not that of the whole. */
  readonly name?: string | undefined
  /** *None of these*: ticking it unticks the others (govuk-frontend's own script; the server checks for itself). */
  readonly excludesOthers?: boolean | undefined
}

export interface CheckboxesProps extends ChoicesProps {
  readonly options: readonly Maybe<Box | Divider>[]
  /** The values of those that are ticked. */
  readonly values?: readonly string[] | undefined
}

/** Any of a few. */
export const Checkboxes = (props: CheckboxesProps) => (
  <ChoicesFrame kind="checkboxes" field={props}>
    {eachChoice('checkboxes', props, props.options, (box, id) => (
      <ChoiceRow
        key={id}
        kind="checkboxes"
        choice={box}
        name={box.name ?? props.name}
        id={id}
        checked={box.checked ?? props.values?.includes(box.value) ?? false}
        describedBy={props.label === false ? describedBy(props) : undefined}
        attributes={box.excludesOthers ? { 'data-behaviour': 'exclusive' } : undefined}
      />
    ))}
  </ChoicesFrame>
)

/** A box to tick, with the words that ticking it stands for. It sends `yes`. */
export const Tick = ({
  text,
  value,
  ...field
}: Omit<FieldProps, 'parts'> & { readonly text: ComponentChildren }) => (
  <Checkboxes {...field} values={value === undefined ? [] : [value]} options={[{ value: 'yes', text }]} />
)
