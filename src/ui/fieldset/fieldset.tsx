import type { ComponentChildren } from 'preact'
import { type Part, type Size, sizeClass, tokens } from '../part/part.ts'

export interface FieldsetProps extends Part {
  readonly legend?: ComponentChildren
  readonly legendSize?: Size | undefined
  /** The legend is the page's heading as well: for a page that asks one thing. */
  readonly legendIsHeading?: boolean | undefined
  readonly role?: 'group' | undefined
  readonly describedBy?: string | undefined
  readonly parts?: { readonly legend?: Part | undefined } | undefined
  readonly children?: ComponentChildren
}

/** Fields that answer one question together, and the question. */
export const Fieldset = (props: FieldsetProps) => (
  <fieldset
    class={tokens('govuk-fieldset', props.class)}
    role={props.role}
    aria-describedby={props.describedBy}
    {...props.attributes}
  >
    {props.legend && (
      <legend
        class={tokens(
          'govuk-fieldset__legend',
          sizeClass('govuk-fieldset__legend', props.legendSize),
          props.parts?.legend?.class,
        )}
        {...props.parts?.legend?.attributes}
      >
        {props.legendIsHeading ? <h1 class="govuk-fieldset__heading">{props.legend}</h1> : props.legend}
      </legend>
    )}
    {props.children}
  </fieldset>
)
