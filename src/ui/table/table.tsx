import type { ComponentChildren } from 'preact'
import { type Maybe, type Part, type Size, sizeClass, tokens } from '../part/part.ts'

export interface Cell extends Part {
  readonly text: ComponentChildren
  readonly numeric?: boolean | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

export interface PlainTableProps extends Part {
  readonly caption?: ComponentChildren
  readonly captionSize?: Size | undefined
  readonly head?: readonly Cell[] | undefined
  readonly rows: readonly Maybe<readonly Cell[]>[]
  /** The first cell of each row says what the row is about. */
  readonly rowsHaveHeads?: boolean | undefined
}

// Most cells have none of these, and a table has many cells.
const about = ({ colspan, rowspan, attributes }: Cell) =>
  colspan || rowspan || attributes ? { colSpan: colspan, rowSpan: rowspan, ...attributes } : undefined

/** A table, cell by cell. */
export const PlainTable = (props: PlainTableProps) => (
  <table class={tokens('govuk-table', props.class)} {...props.attributes}>
    {props.caption && (
      <caption class={tokens('govuk-table__caption', sizeClass('govuk-table__caption', props.captionSize))}>
        {props.caption}
      </caption>
    )}
    {props.head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {props.head.map((cell, at) => (
            <th
              scope="col"
              class={tokens(
                'govuk-table__header',
                cell.numeric && 'govuk-table__header--numeric',
                cell.class,
              )}
              key={at}
              {...about(cell)}
            >
              {cell.text}
            </th>
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {props.rows.map(
        (cells, row) =>
          cells && (
            <tr class="govuk-table__row" key={row}>
              {cells.map((cell, at) => (props.rowsHaveHeads && at === 0 ? rowHead(cell) : rowCell(cell, at)))}
            </tr>
          ),
      )}
    </tbody>
  </table>
)

const rowHead = (cell: Cell) => (
  <th scope="row" class={tokens('govuk-table__header', cell.class)} key={0} {...about(cell)}>
    {cell.text}
  </th>
)

const rowCell = (cell: Cell, at: number) => (
  <td
    class={tokens('govuk-table__cell', cell.numeric && 'govuk-table__cell--numeric', cell.class)}
    key={at}
    {...about(cell)}
  >
    {cell.text}
  </td>
)

export interface Column {
  readonly head: ComponentChildren
  readonly numeric?: boolean
}

/**
 * Rows under headings, with a caption that says what they are. On a narrow screen each row stands by itself, with its
 * headings beside its cells. A `wide` one has too many columns for a middling screen too, and scrolls in its own box.
 */
export const Table = (props: {
  readonly caption: ComponentChildren
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly ComponentChildren[])[]
  readonly wide?: boolean
}) => {
  const { caption, columns, rows, wide } = props
  const table = (
    <PlainTable
      class="ly-table"
      caption={caption}
      captionSize="m"
      head={columns.map(({ head, numeric }) => ({ text: head, numeric }))}
      rows={rows.map(cells => cells.map((text, at) => cellOf(text, columns[at])))}
      rowsHaveHeads
    />
  )
  if (!wide) return table
  // Whoever uses a keyboard must be able to scroll it: so it can be focused, and says what it is.
  return (
    <section class="ly-table-box" aria-label={typeof caption === 'string' ? caption : undefined} tabindex={0}>
      {table}
    </section>
  )
}

const cellOf = (text: ComponentChildren, column: Column | undefined): Cell => ({
  text,
  numeric: column?.numeric,
  attributes: typeof column?.head === 'string' ? { 'data-head': column.head } : undefined,
})
