import type { ComponentChildren } from 'preact'

type Children = { readonly children: ComponentChildren }

export const Heading = ({ children }: Children) => <h1 class="govuk-heading-l">{children}</h1>
export const Subheading = ({ children }: Children) => <h2 class="govuk-heading-m">{children}</h2>
export const Paragraph = ({ children }: Children) => <p class="govuk-body">{children}</p>
export const Link = ({ href, children }: Children & { readonly href: string }) => (
  <a class="govuk-link" href={href}>
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
export const Inset = ({ children }: Children) => <div class="govuk-inset-text">{children}</div>

export const Warning = ({ children }: Children) => (
  <div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">Warning</span>
      {children}
    </strong>
  </div>
)

const tagColours = ['grey', 'green', 'red', 'orange', 'yellow', 'teal', 'blue', 'purple', 'magenta'] as const
export const Tag = ({ colour, children }: Children & { readonly colour?: (typeof tagColours)[number] }) => (
  <strong class={`govuk-tag${colour ? ` govuk-tag--${colour}` : ''}`}>{children}</strong>
)

export const Details = ({ summary, children }: Children & { readonly summary: ComponentChildren }) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)

/** It is done: what was done, large, and the one thing to know about it. */
export const Panel = ({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ComponentChildren
}) => (
  <div class="govuk-panel govuk-panel--confirmation">
    <h1 class="govuk-panel__title">{title}</h1>
    {children && <div class="govuk-panel__body">{children}</div>}
  </div>
)

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
