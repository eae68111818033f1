import type { Examples } from '../part/part.ts'
import { CharacterCount } from './character-count.tsx'

export const examples: Examples = {
  default: <CharacterCount name="more-detail" label="Can you provide more detail?" limit={10} />,
  "with count type 'words'": (
    <CharacterCount
      id="with-count-type-words"
      name="example"
      label="Enter a job description"
      limit={50}
      counts="words"
    />
  ),
}
