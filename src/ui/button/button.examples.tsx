import type { Examples } from '../part/part.ts'
import { Button, ButtonLink } from './button.tsx'

export const examples: Examples = {
  default: <Button>Save and continue</Button>,
  'prevent double click': <Button once>Submit</Button>,
  secondary: (
    <Button kind="secondary" name="secondary">
      Secondary button
    </Button>
  ),
  link: <ButtonLink href="/">Link button</ButtonLink>,
  'start link with html': (
    <ButtonLink href="/" kind="start">
      Start <em>now</em>
    </ButtonLink>
  ),
}
