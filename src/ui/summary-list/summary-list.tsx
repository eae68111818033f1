import type { ComponentChildren } from 'preact'
import { type Maybe, type Part, tokens } from '../part/part.ts'

export interface SummaryAction extends Part {
  readonly href: string
  readonly text: ComponentChildren
  /** What it acts on, said by a screen reader after its words: *Change* … *name*. */
  readonly about?: string | undefined
}

export interface SummaryRow extends Pick<Part, 'class'> {
  readonly key: ComponentChildren
  readonly value: ComponentChildren
  readonly actions?: readonly SummaryAction[] | undefined
  readonly parts?:
    | {
        readonly key?: Pick<Part, 'class'> | undefined
        readonly value?: Pick<Part, 'class'> | undefined
        readonly actions?: Pick<Part, 'class'> | undefined
      }
    | undefined
}

export interface SummaryListProps extends Part {
  readonly rows: readonly Maybe<SummaryRow>[]
}

/** Facts about one thing. */
export const SummaryList = ({ rows, ...part }: SummaryListProps) => (
  <Facts rows={rows} part={part} of={undefined} />
)

export interface SummaryCardProps extends SummaryListProps {
  readonly title?: ComponentChildren
  readonly titleLevel?: 2 | 3 | 4 | undefined
  readonly actions?: readonly SummaryAction[] | undefined
}

/** Facts about one of several things, in a card with its name, which a screen reader says after each action in it. */
export function SummaryCard({ rows, title, titleLevel = 2, actions = [], ...part }: SummaryCardProps) {
  const Title = `h${titleLevel}` as const
  return (
    <div class={tokens('govuk-summary-card', part.class)} {...part.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Title class="govuk-summary-card__title">{title}</Title>}
        {actions.length === 1 && (
          <div class="govuk-summary-card__actions">
            <Actions actions={actions} of={title} />
          </div>
        )}
        {actions.length > 1 && (
          <ul class="govuk-summary-card__actions">
            <Actions actions={actions} of={title} item="govuk-summary-card__action" />
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">
        <Facts rows={rows} part={{}} of={title} />
      </div>
    </div>
  )
}

interface FactsProps extends SummaryListProps {
  readonly part: Part
  readonly of: ComponentChildren
}

function Facts({ rows, part, of }: FactsProps) {
  const someAct = rows.some(row => (row ? row.actions?.length : false))
  return (
    <dl class={tokens('govuk-summary-list', part.class)} {...part.attributes}>
      {rows.map(
        (row, at) => row && <Row key={at} row={row} short={Boolean(someAct && !row.actions)} of={of} />,
      )}
    </dl>
  )
}

/** `short`: it has no actions where others have, so that its line must be drawn to the end. */
function Row({ row, short, of }: { row: SummaryRow; short: boolean; of: ComponentChildren }) {
  const { actions = [], parts } = row
  return (
    <div class={tokens('govuk-summary-list__row', short && 'govuk-summary-list__row--no-actions', row.class)}>
      <dt class={tokens('govuk-summary-list__key', parts?.key?.class)}>{row.key}</dt>
      <dd class={tokens('govuk-summary-list__value', parts?.value?.class)}>{row.value}</dd>
      {actions.length > 0 && (
        <dd class={tokens('govuk-summary-list__actions', parts?.actions?.class)}>
          {actions.length === 1 ? (
            <Actions actions={actions} of={of} />
          ) : (
            <ul class="govuk-summary-list__actions-list">
              <Actions actions={actions} of={of} item="govuk-summary-list__actions-list-item" />
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

interface ActionsProps {
  readonly actions: readonly SummaryAction[]
  /** The name of the card they stand in. */
  readonly of: ComponentChildren
  /** The class of a list item round each, when there are several. */
  readonly item?: string
}

function Actions({ actions, of, item }: ActionsProps) {
  const links = actions.map((action, at) => (
    <a class={tokens('govuk-link', action.class)} href={action.href} key={at} {...action.attributes}>
      {action.text}
      {(action.about || of) && (
        <span class="govuk-visually-hidden">
          {action.about && ` ${action.about}`}
          {of && <> ({of})</>}
        </span>
      )}
    </a>
  ))
  if (!item) return <>{links}</>
  return (
    <>
      {links.map((link, at) => (
        <li class={item} key={at}>
          {link}
        </li>
      ))}
    </>
  )
}
