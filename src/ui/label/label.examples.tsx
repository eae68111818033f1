import type { Examples } from '../part/part.ts'
import { Label } from './label.tsx'

export const examples: Examples = {
  for: <Label for="test-target-input">National Insurance number</Label>,
  'as page heading l': (
    <Label size="l" heading>
      National Insurance number
    </Label>
  ),
}
