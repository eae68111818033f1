import {
  type Cell,
  ErrorBox,
  PlainTable,
  SummaryCard,
  type SummaryCardProps,
  SummaryList,
} from '../../src/ui/index.ts'
import { mapped } from './fixtures.ts'
import { type Dressed, dress, type Hole, raw, sizeOf, unlessHole, words } from './macro.tsx'

interface MacroErrorSummary extends Dressed {
  readonly titleText?: string
  readonly titleHtml?: string
  readonly descriptionText?: string
  readonly descriptionHtml?: string
  readonly errorList?: readonly (Dressed & { readonly href?: string })[]
  readonly disableAutoFocus?: boolean
}

const errorSummary = mapped<MacroErrorSummary>('error-summary', o => (
  <ErrorBox
    {...dress(o)}
    title={o.titleHtml ? raw(o.titleHtml) : o.titleText}
    description={o.descriptionHtml ? raw(o.descriptionHtml) : o.descriptionText}
    lines={o.errorList?.map(line => ({ text: words(line), href: line.href, attributes: line.attributes }))}
    takesFocus={o.disableAutoFocus === undefined ? undefined : !o.disableAutoFocus}
  />
))

interface MacroActions extends Dressed {
  readonly items: readonly (Dressed & { readonly href: string; readonly visuallyHiddenText?: string })[]
}
interface MacroRow extends Dressed {
  readonly key: Dressed
  readonly value: Dressed
  readonly actions?: MacroActions
}
interface MacroSummaryList extends Dressed {
  readonly rows: readonly (MacroRow | Hole)[]
  readonly card?: Dressed & {
    readonly title?: Dressed & { readonly headingLevel?: SummaryCardProps['titleLevel'] }
    readonly actions?: MacroActions
  }
}

const actionsOf = (actions: MacroActions | undefined) =>
  actions?.items.map(action => ({
    ...dress(action),
    href: action.href,
    text: words(action),
    about: action.visuallyHiddenText,
  }))

const rowOf = (row: MacroRow) => ({
  class: row.classes,
  key: words(row.key),
  value: words(row.value),
  actions: actionsOf(row.actions),
  parts: { key: dress(row.key), value: dress(row.value), actions: dress(row.actions) },
})

const summaryList = mapped<MacroSummaryList>('summary-list', o => {
  const rows = o.rows.map(row => unlessHole(row, rowOf))
  if (!o.card) return <SummaryList {...dress(o)} rows={rows} />
  return (
    <SummaryCard
      {...dress(o.card)}
      title={words(o.card.title)}
      titleLevel={o.card.title?.headingLevel}
      actions={actionsOf(o.card.actions)}
      rows={rows}
    />
  )
})

interface MacroCell extends Dressed {
  readonly format?: 'numeric'
  readonly colspan?: number
  readonly rowspan?: number
}
interface MacroTable extends Dressed {
  readonly caption?: string
  readonly captionClasses?: string
  readonly head?: readonly MacroCell[]
  readonly rows: readonly (readonly MacroCell[] | Hole)[]
  readonly firstCellIsHeader?: boolean
}

const cellOf = (cell: MacroCell): Cell => ({
  ...dress(cell),
  text: words(cell),
  numeric: cell.format === 'numeric',
  colspan: cell.colspan,
  rowspan: cell.rowspan,
})

const table = mapped<MacroTable>('table', o => (
  <PlainTable
    {...dress(o)}
    caption={o.caption}
    captionSize={sizeOf('govuk-table__caption', o.captionClasses).size}
    head={o.head?.map(cellOf)}
    rows={o.rows.map(row => unlessHole(row, cells => cells.map(cellOf)))}
    rowsHaveHeads={o.firstCellIsHeader}
  />
))

/** Components that list. */
export const listing = [errorSummary, summaryList, table]
