import type { ComponentChildren } from 'preact'
import { ErrorMessage } from '../error-message/error-message.tsx'
import { Hint } from '../hint/hint.tsx'
import { Label } from '../label/label.tsx'
import { type Part, type Size, tokens } from '../part/part.ts'

/** What every field has. The label cannot be left out; the id is the name, so that the error summary can point to it. */
export interface FieldProps extends Part {
  readonly name: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly value?: string | undefined
  /** When the page has one field, its label is the heading. */
  readonly labelIsHeading?: boolean | undefined
  /** Large when the label is the heading, otherwise as running text. */
  readonly labelSize?: Size | undefined
  readonly id?: string | undefined
  /** Ids of what else describes it, before its hint and its error. */
  readonly describedBy?: string | undefined
  readonly disabled?: boolean | undefined
  /** The box round it all, and its label. `class` and `attributes` are the control's own. */
  readonly parts?: FieldParts | undefined
}

export interface FieldParts {
  readonly group?: Part | undefined
  readonly label?: Part | undefined
}

type Described = Pick<FieldProps, 'name' | 'id' | 'hint' | 'error' | 'describedBy'>

/** The id of a field: its name, unless it was given one. */
export const idOf = ({ id, name }: Pick<FieldProps, 'id' | 'name'>): string => id ?? name

/** The ids of what describes a field: what the caller named, its hint, its error. */
export const describedBy = (field: Described): string | undefined =>
  tokens(
    field.describedBy,
    field.hint ? `${idOf(field)}-hint` : undefined,
    field.error ? `${idOf(field)}-error` : undefined,
  )

/** What a control of any kind says of itself. */
export const controlOf = (field: FieldProps) => ({
  id: idOf(field),
  name: field.name,
  disabled: field.disabled,
  'aria-describedby': describedBy(field),
})

/** The hint and the error of a field, each with the id by which the control names it. */
export const HintAndError = (field: Described) => (
  <>
    {field.hint && <Hint id={`${idOf(field)}-hint`}>{field.hint}</Hint>}
    {field.error && <ErrorMessage id={`${idOf(field)}-error`}>{field.error}</ErrorMessage>}
  </>
)

/** The box round a field, which shows at its edge that something is wrong inside. */
export const Group = ({
  wrong,
  part,
  children,
}: {
  readonly wrong: boolean
  readonly part?: Part | undefined
  readonly children: ComponentChildren
}) => (
  <div
    class={tokens('govuk-form-group', wrong && 'govuk-form-group--error', part?.class)}
    {...part?.attributes}
  >
    {children}
  </div>
)

/** A control with what every field has round it. */
export const Field = ({
  field,
  children,
}: {
  readonly field: FieldProps
  readonly children: ComponentChildren
}) => (
  <Group wrong={Boolean(field.error)} part={field.parts?.group}>
    <Label
      for={idOf(field)}
      size={field.labelSize ?? (field.labelIsHeading ? 'l' : 'body')}
      heading={field.labelIsHeading}
      {...field.parts?.label}
    >
      {field.label}
    </Label>
    <HintAndError {...field} />
    {children}
  </Group>
)
