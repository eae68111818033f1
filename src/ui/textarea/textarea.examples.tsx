import type { Examples } from '../part/part.ts'
import { Textarea } from './textarea.tsx'

export const examples: Examples = {
  default: <Textarea name="more-detail" label="Can you provide more detail?" />,
  'with default value': (
    <Textarea
      id="full-address"
      name="address"
      label="Full address"
      value={'221B Baker Street\nLondon\nNW1 6XE\n'}
    />
  ),
}
