import type { ComponentChildren } from 'preact'
import { type Maybe, type Part, tokens } from '../part/part.ts'

export interface Tab extends Pick<Part, 'attributes'> {
  readonly label: string
  /** What it shows. Words alone are a paragraph; anything else stands as it is. */
  readonly panel: ComponentChildren
  /** In the address after `#`. The prefix and its number, unless said. */
  readonly id?: string | undefined
  readonly parts?: { readonly panel?: Pick<Part, 'attributes'> | undefined } | undefined
}

export interface TabsProps extends Part {
  readonly items: readonly Maybe<Tab>[]
  readonly idPrefix?: string | undefined
  readonly id?: string | undefined
  /** The heading they have where they are a list of contents: without script, and on a phone. */
  readonly title?: string | undefined
}

/** Several views of one thing, one at a time. Without script they follow each other under a list of contents. */
export function Tabs({ items, idPrefix, id, title = 'Contents', class: more, attributes }: TabsProps) {
  // One left out keeps its number, so that the ids of the others stay the same.
  const tabs = items.flatMap((tab, at) =>
    tab ? [{ ...tab, at, id: tab.id ?? `${idPrefix}-${at + 1}` }] : [],
  )
  return (
    <div id={id} class={tokens('govuk-tabs', more)} data-module="govuk-tabs" {...attributes}>
      <h2 class="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {tabs.map(tab => (
            <li
              class={tokens('govuk-tabs__list-item', tab.at === 0 && 'govuk-tabs__list-item--selected')}
              key={tab.id}
            >
              <a class="govuk-tabs__tab" href={`#${tab.id}`} {...tab.attributes}>
                {tab.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {tabs.map(tab => (
        <div
          class={tokens('govuk-tabs__panel', tab.at > 0 && 'govuk-tabs__panel--hidden')}
          id={tab.id}
          key={tab.id}
          {...tab.parts?.panel?.attributes}
        >
          {typeof tab.panel === 'string' ? <p class="govuk-body">{tab.panel}</p> : tab.panel}
        </div>
      ))}
    </div>
  )
}
