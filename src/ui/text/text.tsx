import type { ComponentChildren } from 'preact'
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
}: {
  readonly items: readonly ComponentChildren[]
  readonly numbered?: boolean
}) => {
  const entries = items.map((item, at) => <li key={at}>{item}</li>)
  return numbered ? (
    <ol class="govuk-list govuk-list--number">{entries}</ol>
  ) : (
    <ul class="govuk-list govuk-list--bullet">{entries}</ul>
  )
}
/** Text as a person typed it, in plain words: blank lines part paragraphs, "# " begins a heading, "- " a point. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <div class="ly-prose">
      {text.split(/\n{2,}/).map((block, at) => {
        const lines = block.trim().split('\n')
        const first = lines[0] ?? ''
        if (first.startsWith('# '))
          return (
            <h2 class="govuk-heading-m" key={at}>
              {first.slice(2)}
            </h2>
          )
        if (lines.every(line => line.startsWith('- ')))
          return <List key={at} items={lines.map(line => line.slice(2))} />
        return (
          <p class="govuk-body ly-lines" key={at}>
            {block.trim()}
          </p>
        )
      })}
    </div>
  )
}
