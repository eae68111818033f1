import type { Examples } from '../part/part.ts'
import { ErrorBox, ErrorSummary } from './error-summary.tsx'

export const examples: Examples = {
  default: (
    <ErrorSummary
      errors={{
        'example-error-1': 'The date your passport was issued must be in the past',
        'example-error-2': 'Enter a postcode, like AA1 1AA',
      }}
    />
  ),
  'with description only': <ErrorSummary refusal="The file couldn't be loaded. Try again later." />,
  'without links': <ErrorBox lines={[{ text: 'Invalid username or password' }]} />,
}
