import { Hint } from '../hint/hint.tsx'
import { type Messages, messageAttributes, type Part, tokens } from '../part/part.ts'
import { Textarea, type TextareaProps } from '../textarea/textarea.tsx'

export interface CharacterCountProps extends Omit<TextareaProps, 'after' | 'describedBy' | 'autocomplete'> {
  /** How many may be typed. The server checks for itself. Left out only where a script sets it. */
  readonly limit?: number | undefined
  /** What is counted. `characters` as a person counts them; `length` in UTF-16 code units, as `String.length` is. */
  readonly counts?: 'characters' | 'length' | 'words' | undefined
  /** The count is shown from this share of the limit on, in per cent. */
  readonly threshold?: number | undefined
  /** What stands under the field without script, with `%{count}` for the limit. */
  readonly description?: string | undefined
  readonly messages?: Messages<CountMessage> | undefined
  readonly parts?: (NonNullable<TextareaProps['parts']> & { readonly message?: Part | undefined }) | undefined
}

type CountMessage =
  | 'characters-under-limit'
  | 'characters-at-limit'
  | 'characters-over-limit'
  | 'words-under-limit'
  | 'words-at-limit'
  | 'words-over-limit'

const countAttributes = ({ limit, counts, threshold, description, messages }: CharacterCountProps) => ({
  'data-module': 'govuk-character-count',
  'data-maxlength': limit,
  'data-threshold': threshold,
  'data-count-type': counts,
  // With no limit yet there is no sentence yet either: the script that sets the one makes the other.
  'data-i18n.textarea-description.other': limit === undefined ? description : undefined,
  ...messageAttributes(messages),
})

/** Several lines of text, and how many more may be typed: said at once, and counted as one types where there is script. */
export function CharacterCount(props: CharacterCountProps) {
  const { limit, counts, threshold: _, messages: __, description, parts, ...textarea } = props
  const id = props.id ?? props.name
  const sentence =
    description ?? `You can enter up to %{count} ${counts === 'words' ? 'words' : 'characters'}`
  return (
    <Textarea
      {...textarea}
      class={tokens('govuk-js-character-count', props.class)}
      describedBy={`${id}-info`}
      parts={{
        ...parts,
        group: {
          class: tokens('govuk-character-count', parts?.group?.class),
          attributes: { ...countAttributes(props), ...parts?.group?.attributes },
        },
      }}
      after={
        <Hint id={`${id}-info`} class={tokens('govuk-character-count__message', parts?.message?.class)}>
          {limit !== undefined && sentence.replace('%{count}', String(limit))}
        </Hint>
      }
    />
  )
}
