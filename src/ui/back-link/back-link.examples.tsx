import type { Examples } from '../part/part.ts'
import { BackLink } from './back-link.tsx'

export const examples: Examples = {
  default: <BackLink href="#">Back</BackLink>,
}
