import { Button } from '../button/button.tsx'
import { Input, type InputProps } from '../input/input.tsx'
import { type Messages, messageAttributes, tokens } from '../part/part.ts'

export interface PasswordInputProps
  extends Omit<
    InputProps,
    'type' | 'value' | 'autocapitalize' | 'spellcheck' | 'after' | 'prefix' | 'suffix'
  > {
  readonly messages?: Messages<PasswordMessage> | undefined
}

type PasswordMessage =
  | 'show-password'
  | 'hide-password'
  | 'show-password-aria-label'
  | 'hide-password-aria-label'
  | 'password-shown-announcement'
  | 'password-hidden-announcement'

/** A password, with a button that shows it (govuk-frontend's own script). One that was typed is never sent back. */
export function PasswordInput({ messages, ...props }: PasswordInputProps) {
  const { parts } = props
  const said = messageAttributes(messages)
  return (
    <Input
      {...props}
      type="password"
      class={tokens('govuk-password-input__input govuk-js-password-input-input', props.class)}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      spellcheck={false}
      parts={{
        ...parts,
        group: {
          class: tokens('govuk-password-input', parts?.group?.class),
          attributes: { 'data-module': 'govuk-password-input', ...said, ...parts?.group?.attributes },
        },
        wrapper: { class: tokens('govuk-password-input__wrapper', parts?.wrapper?.class) },
      }}
      after={
        <Button
          type="button"
          kind="secondary"
          class="govuk-password-input__toggle govuk-js-password-input-toggle"
          attributes={{
            'aria-controls': props.id ?? props.name,
            'aria-label': said['data-i18n.show-password-aria-label'] ?? 'Show password',
            // The script shows it, for without script it would do nothing.
            hidden: true,
          }}
        >
          {said['data-i18n.show-password'] ?? 'Show'}
        </Button>
      }
    />
  )
}
