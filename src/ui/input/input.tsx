import type { ComponentChildren } from 'preact'
import { controlOf, Field, type FieldParts, type FieldProps } from '../field/field.tsx'
import { type Part, tokens } from '../part/part.ts'

export interface InputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'date' | 'time' | 'number' | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  /** About how many characters are expected. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  /** A unit before or after what is typed. A screen reader does not say it, so the label or the hint must. */
  readonly prefix?: ComponentChildren
  readonly suffix?: ComponentChildren
  /** What stands beside the control, in its row. */
  readonly after?: ComponentChildren
  readonly parts?:
    | (FieldParts & {
        readonly wrapper?: Part | undefined
        readonly prefix?: Part | undefined
        readonly suffix?: Part | undefined
      })
    | undefined
}

// Preact types an input by its kind, each by itself; which one it is makes no difference here.
const kindOfInput = (type: InputProps['type'] = 'text') => ({ type }) as { type: 'text' }

/** One line of text. A password that was typed is never sent back. */
export function Input(props: InputProps) {
  const { prefix, suffix, after, parts } = props
  const control = (
    <input
      class={tokens(
        'govuk-input',
        props.width && `govuk-input--width-${props.width}`,
        props.class,
        props.error && 'govuk-input--error',
      )}
      {...controlOf(props)}
      {...kindOfInput(props.type)}
      value={props.type === 'password' ? undefined : props.value}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      inputMode={props.inputmode}
      pattern={props.pattern}
      spellcheck={props.spellcheck}
      {...props.attributes}
    />
  )
  if (!prefix && !suffix && !after) return <Field field={props}>{control}</Field>
  return (
    <Field field={props}>
      <div class={tokens('govuk-input__wrapper', parts?.wrapper?.class)} {...parts?.wrapper?.attributes}>
        <Affix side="prefix" words={prefix} part={parts?.prefix} />
        {control}
        <Affix side="suffix" words={suffix} part={parts?.suffix} />
        {after}
      </div>
    </Field>
  )
}

interface AffixProps {
  readonly side: 'prefix' | 'suffix'
  readonly words: ComponentChildren
  readonly part: Part | undefined
}

const Affix = ({ side, words, part }: AffixProps) =>
  words ? (
    <div class={tokens(`govuk-input__${side}`, part?.class)} aria-hidden="true" {...part?.attributes}>
      {words}
    </div>
  ) : null
