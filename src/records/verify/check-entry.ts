import { commitText, type Leaf, parseLeaf } from '../log/leaf.ts'

/** An entry's row, as it stands in the database. */
export interface EntryRow {
  readonly id: string
  readonly at: Date
  readonly event: string
  readonly person_id: string | null
  readonly about_id: string | null
  readonly leaf: string
  readonly salt: Buffer | null
  readonly content: string | null
}

/** What is wrong with an entry by itself, in a sentence; undefined when it holds. */
export function whatIsWrong(row: EntryRow): string | undefined {
  let leaf: Leaf
  try {
    leaf = parseLeaf(row.leaf)
  } catch (error) {
    return `its leaf is damaged (${(error as Error).message})`
  }
  const same: readonly (readonly [name: string, one: unknown, other: unknown])[] = [
    ['id', leaf.id, row.id],
    ['time', leaf.at, row.at.toISOString()],
    ['event', leaf.event, row.event],
    ['person', leaf.who, row.person_id ?? 'system'],
    ['subject', leaf.about[0]?.id, row.about_id],
  ]
  const other = same.find(([, inLeaf, inRow]) => inLeaf !== inRow)
  if (other) return `its ${other[0]} is not what its leaf says`
  if (row.content === null || row.salt === null) return undefined
  return commitText(row.salt, row.content) === leaf.commitment
    ? undefined
    : 'its content is not what its leaf commits to'
}
