import type { Examples } from '../part/part.ts'
import { DateInput } from './date-input.tsx'

export const examples: Examples = {
  default: (
    <DateInput id="dob" label="What is your date of birth?" labelSize="body" hint="For example, 31 3 1980" />
  ),
  'with error on day input': (
    <DateInput
      id="dob-day-error"
      label="What is your date of birth?"
      labelSize="body"
      hint="For example, 31 3 1980"
      error="Error message goes here"
      boxes={[{ name: 'day', wrong: true }, { name: 'month' }, { name: 'year' }]}
    />
  ),
}
