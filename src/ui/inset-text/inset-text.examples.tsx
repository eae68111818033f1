import type { Examples } from '../part/part.ts'
import { Inset } from './inset-text.tsx'

export const examples: Examples = {
  default: (
    <Inset>
      It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the
      application.
    </Inset>
  ),
}
