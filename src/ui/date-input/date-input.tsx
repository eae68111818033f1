import type { ComponentChildren } from 'preact'
import { describedBy, Group, HintAndError } from '../field/field.tsx'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { Input, type InputProps } from '../input/input.tsx'
import { type Part, type Size, tokens } from '../part/part.ts'

/** One of the boxes of a date. */
export interface DateBox
  extends Part,
    Pick<InputProps, 'id' | 'value' | 'autocomplete' | 'inputmode' | 'pattern'> {
  readonly name: string
  /** Its name with a capital, unless said otherwise. */
  readonly label?: string | undefined
  /** How many figures it is for: two, unless it is the year. `false` leaves it to `class`. */
  readonly width?: 2 | 4 | false | undefined
  /** Whether this one is wrong. When there is an error and no box says, all are. */
  readonly wrong?: boolean | undefined
}

export interface DateInputProps extends Part {
  readonly id: string
  /** What stands before the name of each box, with a hyphen between. Nothing, unless said. */
  readonly prefix?: string | undefined
  /** The question, as the legend of a fieldset. `false` leaves the fieldset out, where the question stands round it. */
  readonly label: ComponentChildren | false
  readonly labelSize?: Size | undefined
  readonly labelIsHeading?: boolean | undefined
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly describedBy?: string | undefined
  /** Day, month and year, unless said otherwise. */
  readonly boxes?: readonly DateBox[] | undefined
  /** What each box holds, by its whole name. */
  readonly values?: Readonly<Record<string, string | undefined>> | undefined
  readonly parts?: { readonly group?: Part | undefined } | undefined
}

const wholeDate: readonly DateBox[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }]

/** A date that a person knows by heart, in boxes. */
export function DateInput(props: DateInputProps) {
  const { id, label, boxes = wholeDate } = props
  const field = { ...props, name: id }
  const oneIsWrong = boxes.some(({ wrong }) => wrong)
  const inside = (
    <>
      <HintAndError {...field} />
      <div class={tokens('govuk-date-input', props.class)} id={id} {...props.attributes}>
        {boxes.map(box => (
          <OneBox
            key={box.name}
            box={box}
            date={props}
            wrong={box.wrong ?? (Boolean(props.error) && !oneIsWrong)}
          />
        ))}
      </div>
    </>
  )
  return (
    <Group wrong={Boolean(props.error)} part={props.parts?.group}>
      {label === false ? (
        inside
      ) : (
        // A group, or some screen readers would not say what describes a fieldset of text fields.
        <Fieldset
          role="group"
          legend={label}
          legendSize={props.labelSize ?? (props.labelIsHeading ? 'l' : 's')}
          legendIsHeading={props.labelIsHeading}
          describedBy={describedBy(field)}
        >
          {inside}
        </Fieldset>
      )}
    </Group>
  )
}

function OneBox({ box, date, wrong }: { box: DateBox; date: DateInputProps; wrong: boolean }) {
  const name = date.prefix ? `${date.prefix}-${box.name}` : box.name
  const width = box.width ?? (box.name === 'year' ? 4 : 2)
  return (
    <div class="govuk-date-input__item">
      <Input
        id={box.id ?? `${date.id}-${box.name}`}
        name={name}
        label={box.label ?? box.name.charAt(0).toUpperCase() + box.name.slice(1)}
        value={box.value ?? date.values?.[name]}
        class={tokens(
          'govuk-date-input__input',
          wrong && 'govuk-input--error',
          width && `govuk-input--width-${width}`,
          box.class,
        )}
        inputmode={box.inputmode ?? 'numeric'}
        autocomplete={box.autocomplete}
        pattern={box.pattern}
        attributes={box.attributes}
        parts={{ label: { class: 'govuk-date-input__label' } }}
      />
    </div>
  )
}
