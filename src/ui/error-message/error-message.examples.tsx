import type { Examples } from '../part/part.ts'
import { ErrorMessage } from './error-message.tsx'

export const examples: Examples = {
  default: <ErrorMessage>Error message about full name goes here</ErrorMessage>,
}
