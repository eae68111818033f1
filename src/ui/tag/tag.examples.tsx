import type { Examples } from '../part/part.ts'
import { Tag } from './tag.tsx'

export const examples: Examples = {
  default: <Tag>Alpha</Tag>,
  green: <Tag colour="green">Green</Tag>,
}
