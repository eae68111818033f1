import type { ComponentChildren } from 'preact'
import { describedBy, type FieldProps, Group, HintAndError, idOf } from '../field/field.tsx'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { Hint } from '../hint/hint.tsx'
import { Label } from '../label/label.tsx'
import { type Maybe, type Part, tokens } from '../part/part.ts'

export interface Choice extends Pick<Part, 'attributes'> {
  readonly value: string
  readonly text: ComponentChildren
  readonly hint?: ComponentChildren
  readonly id?: string | undefined
  /** Chosen, or not, whatever the value of the whole. */
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** More to ask when this is chosen. Without script it is always there to see. */
  readonly reveals?: ComponentChildren
  readonly label?: Part | undefined
}

/** A word between two choices: *or*. Or the name of the group of choices that follows. */
export type Divider = { readonly divider: string } | { readonly group: string }

export interface ChoicesProps extends Omit<FieldProps, 'value' | 'disabled' | 'parts'> {
  /**
   * The question, as the legend of a fieldset, small unless it is the heading. `false` leaves the fieldset out: for a
   * single box whose own words say everything, or where the question already stands round it.
   */
  readonly label: ComponentChildren | false
  readonly parts?:
    | {
        readonly group?: Part | undefined
        readonly fieldset?: Part | undefined
        readonly legend?: Part | undefined
      }
    | undefined
}

interface Frame {
  readonly kind: 'radios' | 'checkboxes'
  readonly field: ChoicesProps
  readonly children: ComponentChildren
}

/** The question round its choices. */
export function ChoicesFrame({ kind, field, children }: Frame) {
  const { label, labelIsHeading, labelSize, parts } = field
  const inside = (
    <>
      <HintAndError {...field} />
      <div class={tokens(`govuk-${kind}`, field.class)} data-module={`govuk-${kind}`} {...field.attributes}>
        {children}
      </div>
    </>
  )
  return (
    <Group wrong={Boolean(field.error)} part={parts?.group}>
      {label === false ? (
        inside
      ) : (
        <Fieldset
          legend={label}
          legendSize={labelSize ?? (labelIsHeading ? 'l' : 's')}
          legendIsHeading={labelIsHeading}
          describedBy={describedBy(field)}
          class={parts?.fieldset?.class}
          attributes={parts?.fieldset?.attributes}
          parts={parts}
        >
          {inside}
        </Fieldset>
      )}
    </Group>
  )
}

/**
 * The choices of a question in their order, each with its id: the first has the field's own, so that the error summary
 * can point to it. One left out keeps its number, so that the ids of the others stay the same.
 */
export const eachChoice = <C extends Choice>(
  kind: Frame['kind'],
  field: ChoicesProps,
  options: readonly Maybe<C | Divider>[],
  show: (choice: C, id: string) => ComponentChildren,
): ComponentChildren =>
  options.map((option, at) => {
    if (!option) return null
    if ('group' in option)
      return (
        <h2 class="govuk-heading-s ly-choices__group" key={at}>
          {option.group}
        </h2>
      )
    if ('divider' in option)
      return (
        <div class={`govuk-${kind}__divider`} key={at}>
          {option.divider}
        </div>
      )
    return show(option, option.id ?? (at === 0 ? idOf(field) : `${idOf(field)}-${at + 1}`))
  })

interface ChoiceRowProps {
  readonly kind: Frame['kind']
  readonly choice: Choice
  readonly name: string
  readonly id: string
  readonly checked: boolean
  readonly describedBy?: string | undefined
  readonly attributes?: Part['attributes']
}

/** One choice: its control, its words, its hint, and what choosing it reveals. */
export const ChoiceRow = ({ kind, choice, name, id, checked, ...more }: ChoiceRowProps) => (
  <>
    <div class={`govuk-${kind}__item`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={choice.value}
        checked={checked}
        disabled={choice.disabled}
        data-aria-controls={choice.reveals ? `conditional-${id}` : undefined}
        aria-describedby={tokens(more.describedBy, choice.hint ? `${id}-item-hint` : undefined)}
        {...more.attributes}
        {...choice.attributes}
      />
      <Label
        for={id}
        class={tokens(`govuk-${kind}__label`, choice.label?.class)}
        attributes={choice.label?.attributes}
      >
        {choice.text}
      </Label>
      {choice.hint && (
        <Hint id={`${id}-item-hint`} class={`govuk-${kind}__hint`}>
          {choice.hint}
        </Hint>
      )}
    </div>
    {choice.reveals && (
      <div
        class={tokens(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}
        id={`conditional-${id}`}
      >
        {choice.reveals}
      </div>
    )}
  </>
)
