import type { Examples } from '../part/part.ts'
import { Select } from './select.tsx'

export const examples: Examples = {
  'with hint text and error message': (
    <Select
      name="select-2"
      label="Label text goes here"
      hint="Hint text goes here"
      error="Error message goes here"
      options={[
        { value: '1', text: 'GOV.UK frontend option 1' },
        { value: '2', text: 'GOV.UK frontend option 2' },
        { value: '3', text: 'GOV.UK frontend option 3' },
      ]}
    />
  ),
  'without values with selected value': (
    <Select
      name="colors"
      label="Label text goes here"
      value="Green"
      options={[{ text: 'Red' }, { text: 'Green' }, { text: 'Blue' }]}
    />
  ),
}
