import type { Examples } from '../part/part.ts'
import { Warning } from './warning-text.tsx'

export const examples: Examples = {
  default: <Warning>You can be fined up to £5,000 if you don’t register.</Warning>,
}
