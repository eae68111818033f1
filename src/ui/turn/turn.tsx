import { Pagination } from '../pagination/pagination.tsx'

/** A long list, of which a page shows `length` at a time. `name` is what its place is called in the address. */
export interface LongList {
  readonly name: string
  readonly length: number
  readonly total: number
}

/** Where the part of a list begins that an address asks for: `?from=50`. Its beginning, for anything but such a place. */
export function startOf(query: URLSearchParams, { name, length, total }: LongList): number {
  const asked = Number(query.get(name) ?? 0)
  const within = Number.isInteger(asked) && asked > 0 && asked < total ? asked : 0
  return within - (within % length)
}

/** The way to what comes before and after this part of a list. Nothing, where all of it is on the page. */
export function Turn({ list, from, what }: { list: LongList; from: number; what: string }) {
  const { name, length, total } = list
  if (total <= length) return null
  const at = (start: number, text: string) => ({ href: `?${name}=${start}`, text: `${text} ${what}` })
  return (
    <Pagination
      label={`More ${what}`}
      previous={from > 0 ? at(from - length, 'Earlier') : undefined}
      next={from + length < total ? at(from + length, 'Later') : undefined}
    />
  )
}
