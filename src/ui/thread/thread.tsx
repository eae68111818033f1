import type { ComponentChildren } from 'preact'

export interface ThreadItem {
  readonly id: string
  readonly author: string
  readonly role: string
  readonly at: string
  readonly when: string
  readonly text: string
  readonly mine: boolean
  /** Something that may be done with it, said for this message alone. */
  readonly action?: { readonly href: string; readonly text: string; readonly about: string } | undefined
}

/** One message. Its author and role are in words; the side it stands on only repeats them. */
export const ThreadEntry = ({ id, author, role, at, when, text, mine, action }: ThreadItem) => (
  <li class={`ly-message${mine ? ' ly-message--mine' : ''}`} id={`m-${id}`} data-id={id}>
    <p class="ly-message__who">
      <strong>{mine ? 'You' : author}</strong> <span class="ly-message__role">{role}</span>
    </p>
    <p class="ly-message__text ly-lines">{text}</p>
    <p class="ly-message__when">
      <time datetime={at}>{when}</time>
      {action && (
        <>
          {' '}
          <a class="govuk-link" href={action.href}>
            {action.text}
            <span class="govuk-visually-hidden"> {action.about}</span>
          </a>
        </>
      )}
    </p>
  </li>
)

/** What was said, oldest first. A screen reader is told of each new one. */
export const Thread = ({
  items,
  live,
  empty,
}: {
  items: readonly ThreadItem[]
  live?: string
  empty: ComponentChildren
}) => (
  <>
    {items.length === 0 && <p class="govuk-body ly-thread-empty">{empty}</p>}
    <div role="log" aria-label="Messages">
      <ol class="ly-thread" data-live={live}>
        {items.map(item => (
          <ThreadEntry key={item.id} {...item} />
        ))}
      </ol>
    </div>
  </>
)
