import type { Examples } from '../part/part.ts'
import { PasswordInput } from './password-input.tsx'

export const examples: Examples = {
  default: <PasswordInput name="password" label="Password" />,
  'with new-password autocomplete': (
    <PasswordInput
      id="password-input-new-password"
      name="password"
      label="Password"
      autocomplete="new-password"
    />
  ),
}
