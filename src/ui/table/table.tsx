import type { ComponentChildren } from 'preact'

export interface Column {
  readonly head: ComponentChildren
  readonly numeric?: boolean
}

/** Rows under headings, with a caption that says what they are. Scrolls sideways in its own box on a narrow screen. */
export const Table = ({
  caption,
  columns,
  rows,
}: {
  caption: ComponentChildren
  columns: readonly Column[]
  rows: readonly (readonly ComponentChildren[])[]
}) => (
  // Whoever uses a keyboard must be able to scroll it: so it can be focused, and says what it is.
  <section class="ly-table-box" aria-label={typeof caption === 'string' ? caption : undefined} tabindex={0}>
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map(({ head, numeric }, at) => (
            <th
              scope="col"
              class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}
              key={at}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((cells, row) => (
          <tr class="govuk-table__row" key={row}>
            {cells.map((cell, at) =>
              at === 0 ? (
                <th scope="row" class="govuk-table__header" key={at}>
                  {cell}
                </th>
              ) : (
                <td
                  class={`govuk-table__cell${columns[at]?.numeric ? ' govuk-table__cell--numeric' : ''}`}
                  key={at}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

export interface SummaryRow {
  readonly key: ComponentChildren
  readonly value: ComponentChildren
}

/** Facts about one thing. */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl class="govuk-summary-list">
    {rows.map(({ key, value }, at) => (
      <div class="govuk-summary-list__row" key={at}>
        <dt class="govuk-summary-list__key">{key}</dt>
        <dd class="govuk-summary-list__value">{value}</dd>
      </div>
    ))}
  </dl>
)
