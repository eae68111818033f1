import {
  type Choice,
  ChoiceRow,
  ChoicesFrame,
  type ChoicesProps,
  type Divider,
  eachChoice,
} from '../choices/choices.tsx'
import type { Maybe } from '../part/part.ts'

export interface RadiosProps extends ChoicesProps {
  readonly options: readonly Maybe<Choice | Divider>[]
  /** The value of the one chosen. */
  readonly value?: string | undefined
}

/** One of a few. */
export const Radios = (props: RadiosProps) => (
  <ChoicesFrame kind="radios" field={props}>
    {eachChoice('radios', props, props.options, (choice, id) => (
      <ChoiceRow
        key={id}
        kind="radios"
        choice={choice}
        name={props.name}
        id={id}
        checked={choice.checked ?? choice.value === props.value}
      />
    ))}
  </ChoicesFrame>
)
