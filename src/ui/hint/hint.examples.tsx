import type { Examples } from '../part/part.ts'
import { Hint } from './hint.tsx'

export const examples: Examples = {
  default: (
    <Hint>
      It's on your National Insurance card, benefit letter, payslip or P60. For example, 'QQ 12 34 56 C'.
    </Hint>
  ),
}
