import type { ComponentChildren } from 'preact'
import { type Block, blocksOf } from '../../kit/markup/index.ts'
import { type Part, tokens } from '../part/part.ts'

type Children = { readonly children: ComponentChildren }

export const Heading = ({ children }: Children) => <h1 class="govuk-heading-l">{children}</h1>
export const Subheading = ({ children }: Children) => <h2 class="govuk-heading-m">{children}</h2>
export const Paragraph = ({ children }: Children) => <p class="govuk-body">{children}</p>
/** Said by a screen reader and not shown: what tells one of several alike from the others. */
export const Unseen = ({ children }: Children) => <span class="govuk-visually-hidden">{children}</span>
export const Link = ({
  href,
  children,
  inverse,
  class: more,
  attributes,
}: Children & Part & { readonly href: string; readonly inverse?: boolean | undefined }) => (
  <a class={tokens('govuk-link', inverse && 'govuk-link--inverse', more)} href={href} {...attributes}>
    {children}
  </a>
)
export const List = ({
  items,
  numbered,
  from,
}: {
  readonly items: readonly ComponentChildren[]
  readonly numbered?: boolean
  /** The number of the first, where it is not 1. */
  readonly from?: number
}) => {
  const entries = items.map((item, at) => <li key={at}>{item}</li>)
  return numbered ? (
    <ol class="govuk-list govuk-list--number" start={from === 1 ? undefined : from}>
      {entries}
    </ol>
  ) : (
    <ul class="govuk-list govuk-list--bullet">{entries}</ul>
  )
}
/** Text as a person typed it, in plain words: see `blocksOf` for what means what. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <div class="ly-prose">
      {blocksOf(text).map((block, at) => (
        <Piece key={at} block={block} />
      ))}
    </div>
  )
}

function Piece({ block }: { readonly block: Block }) {
  if (block.kind === 'heading') return <h2 class="govuk-heading-m">{block.text}</h2>
  if (block.kind === 'points') return <List items={block.items} />
  if (block.kind === 'numbered') return <List numbered from={block.from} items={block.items} />
  return <p class="govuk-body ly-lines">{block.text}</p>
}
