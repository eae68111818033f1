import type { Examples } from '../part/part.ts'
import { SkipLink } from './skip-link.tsx'

export const examples: Examples = {
  default: <SkipLink href="#test-target-element">Skip to main content</SkipLink>,
}
