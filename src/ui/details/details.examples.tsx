import type { Examples } from '../part/part.ts'
import { Details } from './details.tsx'

export const examples: Examples = {
  default: (
    <Details summary="Help with nationality">
      We need to know your nationality so we can work out which elections you’re entitled to vote in. If you
      can’t provide your nationality, you’ll have to send copies of identity documents through the post.
    </Details>
  ),
}
