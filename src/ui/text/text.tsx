import type { ComponentChildren } from 'preact'
import { type Block, blocksOf } from '../../kit/markup/index.ts'
import { Details } from '../details/details.tsx'
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
/** A telephone number, or a few words with one, that a phone can call. */
export const Call = ({ number }: { readonly number: string }) => (
  <a class="govuk-link" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
    {number}
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
/** With fewer headings than this a text is read from end to end, and a list of them would only stand in the way. */
const worthAList = 6

/**
 * Text as a person typed it, in plain words: see `blocksOf` for what means what. `contents` is said of the one text that
 * a page is about: where it has many parts, they are listed before it, and a way back to the list stays in sight while it
 * is read. So a long policy can be read in pieces on a phone, without script.
 */
export function Prose({ text, contents }: { readonly text: string; readonly contents?: boolean }) {
  const blocks = blocksOf(text)
  const headings = blocks.flatMap((block, at) =>
    block.kind === 'heading' ? [{ at, words: block.text }] : [],
  )
  const listed = contents && headings.length >= worthAList
  const pieces = blocks.map((block, at) => (
    <Piece key={at} block={block} id={listed ? `part-${at + 1}` : undefined} />
  ))
  if (!listed) return <div class="ly-prose">{pieces}</div>
  return (
    <>
      <nav class="ly-contents" id="contents" aria-label="Contents">
        <Details summary={`Contents: ${headings.length} parts`}>
          <ol class="ly-contents__list">
            {headings.map(({ at, words }) => (
              <li key={at}>
                <Link href={`#part-${at + 1}`}>{words}</Link>
              </li>
            ))}
          </ol>
        </Details>
      </nav>
      <div class="ly-prose ly-prose--long">
        {pieces}
        <p class="ly-contents__back">
          <Link href="#contents">Back to the contents</Link>
        </p>
      </div>
    </>
  )
}

function Piece({ block, id }: { readonly block: Block; readonly id?: string | undefined }) {
  if (block.kind === 'heading')
    return (
      <h2 class="govuk-heading-m" id={id}>
        {block.text}
      </h2>
    )
  if (block.kind === 'points') return <List items={block.items} />
  if (block.kind === 'numbered') return <List numbered from={block.from} items={block.items} />
  return <p class="govuk-body ly-lines">{block.text}</p>
}
