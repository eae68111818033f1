import { Pagination } from '../pagination/pagination.tsx'

/** A stretch of a list that is longer than a page. `from` and `to` count from 1; both are 0 when there is nothing. */
export interface Stretch {
  readonly page: number
  readonly pages: number
  readonly from: number
  readonly to: number
  readonly total: number
  /** How many come before it, and how many it holds at most: for a query's offset and limit. */
  readonly skip: number
  readonly length: number
}

/** The stretch that an address asks for, such as `?page=3`. What is no page of this list is its first or its last. */
export function stretchOf(query: URLSearchParams, name: string, total: number, length = 50): Stretch {
  const pages = Math.max(1, Math.ceil(total / length))
  const asked = Number(query.get(name) ?? 1)
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  const skip = (page - 1) * length
  return {
    page,
    pages,
    from: Math.min(skip + 1, total),
    to: Math.min(skip + length, total),
    total,
    skip,
    length,
  }
}

/** The rows of a stretch, out of a list that is whole. */
export const within = <T,>(rows: readonly T[], { skip, length }: Stretch): readonly T[] =>
  rows.slice(skip, skip + length)

const number = (value: number) => value.toLocaleString('en-GB')

/** In words, for a caption: *221 people*, or *51 to 100 of 221 people*. */
export const counted = ({ from, to, total, pages }: Stretch, one: string, more: string): string => {
  const all = `${number(total)} ${total === 1 ? one : more}`
  return pages > 1 ? `${number(from)} to ${number(to)} of ${all}` : all
}

/** The first, the last, and those around the one that is open; a gap where some are left out. */
function shownOf({ page, pages }: Stretch): (number | 'gap')[] {
  const near = [1, page - 1, page, page + 1, pages].filter(one => one >= 1 && one <= pages)
  const all = [...new Set(near)].sort((a, b) => a - b)
  return all.flatMap((one, at) => (at > 0 && one - (all[at - 1] ?? 0) > 1 ? ['gap' as const, one] : [one]))
}

/** The way through a long list. Nothing at all when it fits on one page. */
export function Paging(props: {
  readonly stretch: Stretch
  readonly query: URLSearchParams
  readonly name: string
  /** What a screen reader calls it: *Pages of people*. */
  readonly label: string
}) {
  const { stretch, query, name, label } = props
  const { page, pages } = stretch
  if (pages === 1) return null
  const href = (to: number) => {
    const next = new URLSearchParams(query)
    next.set(name, `${to}`)
    return `?${next}`
  }
  return (
    <Pagination
      label={label}
      previous={page > 1 ? { href: href(page - 1) } : undefined}
      next={page < pages ? { href: href(page + 1) } : undefined}
      pages={shownOf(stretch).map(one =>
        one === 'gap' ? 'gap' : { number: one, href: href(one), current: one === page },
      )}
    />
  )
}
