import { Link, Paragraph } from '../ui/index.ts'
import type { Slice } from './list-queries.ts'

const limit = 50
const furthest = 100_000

/** Which part of a list an address asks for. Nothing in a list is out of reach: newer things only push it further down. */
export function sliceOf(query: URLSearchParams): Slice {
  const asked = Number(query.get('from') ?? 0)
  const from = Number.isInteger(asked) && asked > 0 && asked <= furthest ? asked : 0
  return { from: from - (from % limit), limit }
}

/** The ways to what stands before and after in a list of conversations. */
export const Turn = ({ slice: { from }, more }: { readonly slice: Slice; readonly more: boolean }) =>
  from === 0 && !more ? null : (
    <Paragraph>
      {from > 0 && <Link href={`?from=${from - limit}`}>Newer conversations</Link>}
      {from > 0 && more && ' · '}
      {more && <Link href={`?from=${from + limit}`}>Older conversations</Link>}
    </Paragraph>
  )
