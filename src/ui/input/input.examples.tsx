import type { Examples } from '../part/part.ts'
import { Input } from './input.tsx'

export const examples: Examples = {
  default: <Input name="test-name" label="National Insurance number" />,
  'with label as page heading': (
    <Input id="input-with-page-heading" name="test-name" label="National Insurance number" labelIsHeading />
  ),
  'with error message': (
    <Input
      id="input-with-error-message"
      name="test-name-3"
      label="National Insurance number"
      error="Enter a National Insurance number in the correct format"
    />
  ),
  'with prefix and suffix': (
    <Input
      id="input-with-prefix-suffix"
      name="cost"
      label="Cost per item, in pounds"
      prefix="£"
      suffix="per item"
    />
  ),
}
