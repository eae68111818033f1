import { Button } from '../button/button.tsx'
import { Hidden } from '../hidden/hidden.tsx'
import { Input } from '../input/input.tsx'

/** Looks for something in a list, by a page of its own: it can be kept, sent on and gone back from. */
export const Find = (props: {
  readonly label: string
  readonly value: string
  /** What else the list is narrowed by, kept as it is. */
  readonly kept?: Readonly<Record<string, string | undefined>>
}) => (
  <search>
    <form method="get" class="ly-find">
      {Object.entries(props.kept ?? {}).map(
        ([name, value]) => value && <Hidden key={name} name={name} value={value} />,
      )}
      <Input
        name="find"
        type="search"
        label={props.label}
        value={props.value}
        autocomplete="off"
        after={<Button kind="secondary">Find</Button>}
      />
    </form>
  </search>
)

/** One list seen several ways: all of it, or a part. */
export const Narrow = (props: {
  readonly label: string
  readonly name: string
  readonly query: URLSearchParams
  readonly options: readonly { readonly value: string; readonly text: string }[]
}) => {
  const { label, name, query, options } = props
  const now = query.get(name) ?? ''
  const href = (value: string) => {
    const next = new URLSearchParams(query)
    // A part of a list begins at its beginning.
    for (const place of ['page', 'before', 'after']) next.delete(place)
    if (value) next.set(name, value)
    else next.delete(name)
    return `?${next}`
  }
  return (
    <nav class="ly-narrow" aria-label={label}>
      <ul>
        {options.map(({ value, text }) => (
          <li key={value}>
            <a href={href(value)} aria-current={value === now ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
