import { type ComponentChildren, Fragment, h } from 'preact'
import { jsxAttr, jsxEscape, jsxTemplate } from 'preact/jsx-runtime'
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

/** A table round its rows. */
const Frame = (props: Omit<PlainTableProps, 'rows'> & { readonly children: ComponentChildren }) => (
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
    <tbody class="govuk-table__body">{props.children}</tbody>
  </table>
)

/** A table, cell by cell. */
export const PlainTable = ({ rows, rowsHaveHeads, ...frame }: PlainTableProps) => (
  <Frame {...frame}>
    {rows.map(
      (cells, row) =>
        cells && (
          <tr class="govuk-table__row" key={row}>
            {cells.map((cell, at) => (rowsHaveHeads && at === 0 ? rowHead(cell) : rowCell(cell, at)))}
          </tr>
        ),
    )}
  </Frame>
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
  /** A cell to each column: throws RangeError at a row that has another number of them. */
  readonly rows: readonly (readonly ComponentChildren[])[]
  readonly wide?: boolean
}) => {
  const { caption, columns, rows, wide } = props
  const template = rowTemplate(columns)
  const table = (
    <Frame
      class="ly-table"
      caption={caption}
      captionSize="m"
      head={columns.map(({ head, numeric }) => ({ text: head, numeric }))}
    >
      {rows.map(cells => {
        if (cells.length !== columns.length) throw new RangeError('a row has a cell to each column')
        return jsxTemplate(template, ...cells.map(inTemplate))
      })}
    </Frame>
  )
  if (!wide) return table
  // Whoever uses a keyboard must be able to scroll it: so it can be focused, and says what it is.
  return (
    <section class="ly-table-box" aria-label={typeof caption === 'string' ? caption : undefined} tabindex={0}>
      {table}
    </section>
  )
}

/**
 * What stands round the cells of a row, which is the same in each: written once for the whole table, as the many elements of a
 * long one are most of what its page costs. The first cell says what the row is about.
 */
function rowTemplate(columns: readonly Column[]): string[] {
  const cells = columns.map(({ head, numeric }, at) => {
    const tag = at === 0 ? 'th' : 'td'
    const attributes = [
      jsxAttr('scope', at === 0 && 'row'),
      jsxAttr(
        'class',
        at === 0
          ? 'govuk-table__header'
          : tokens('govuk-table__cell', numeric && 'govuk-table__cell--numeric'),
      ),
      jsxAttr('data-head', typeof head === 'string' && head),
    ]
    return [`<${tag} ${attributes.filter(Boolean).join(' ')}>`, `</${tag}>`] as const
  })
  const between = cells.map(([start], at) => (cells[at - 1]?.[1] ?? '<tr class="govuk-table__row">') + start)
  return [...between, `${cells.at(-1)?.[1] ?? ''}</tr>`]
}

// A template takes a string as it is, so that it must be escaped before; an array would be escaped twice.
const inTemplate = (cell: ComponentChildren) =>
  typeof cell === 'object' ? h(Fragment, null, cell) : jsxEscape(cell)
