import type { ComponentChildren } from 'preact'

/** A line under a message. `bad` says that something is to be done about it; the words say so too. */
export interface ThreadAside {
  readonly text: string
  readonly bad?: boolean
  readonly way?: { readonly href: string; readonly text: string; readonly about: string } | undefined
}

export interface ThreadItem {
  readonly id: string
  readonly author: string
  readonly role: string
  readonly at: string
  /** The day, in full; said once above all that was sent on it. */
  readonly day: string
  readonly when: string
  readonly text: string
  readonly mine: boolean
  /** What may be done with it, each said for this message alone. */
  readonly actions?: readonly { readonly href: string; readonly text: string; readonly about: string }[]
  /** What the page that it was written on knows it by: for its writer alone. */
  readonly draft?: string | undefined
  /** What else is known of it: how it came or went. */
  readonly asides?: readonly ThreadAside[] | undefined
}

/** One message. Its author and role are in words; the side it stands on only repeats them. */
export const ThreadEntry = ({
  id,
  author,
  role,
  at,
  when,
  text,
  mine,
  draft,
  actions = [],
  asides,
}: ThreadItem) => (
  <li
    class={`ly-message${mine ? ' ly-message--mine' : ''}`}
    id={`m-${id}`}
    data-id={id}
    data-draft={mine ? draft : undefined}
  >
    <p class="ly-message__who">
      <strong>{mine ? 'You' : author}</strong> {!mine && <span class="ly-message__role">{role}</span>}
    </p>
    <p class="ly-message__text ly-lines">{text}</p>
    <p class="ly-message__when">
      <time datetime={at}>{when}</time>
      {actions.map(action => (
        <>
          {' '}
          <a class="govuk-link ly-message__act" href={action.href}>
            {action.text}
            <span class="govuk-visually-hidden"> {action.about}</span>
          </a>
        </>
      ))}
    </p>
    {asides?.map(({ text: said, bad, way }) => (
      <p key={said} class={`ly-message__aside${bad ? ' ly-message__aside--bad' : ''}`}>
        {said}
        {way && (
          <>
            {' '}
            <a class="govuk-link" href={way.href}>
              {way.text}
              <span class="govuk-visually-hidden"> {way.about}</span>
            </a>
          </>
        )}
      </p>
    ))}
  </li>
)

/**
 * What was said, oldest first, by day. A screen reader is told of each new one, once, and of the line when it is down. The end
 * of it is at `#newest`.
 */
export const Thread = (props: {
  readonly items: readonly ThreadItem[]
  /** Where new messages come from as they are sent. */
  readonly live?: string | undefined
  /** Its page may be fetched again by itself, to show what else has changed. */
  readonly fetches?: boolean | undefined
  readonly empty: ComponentChildren
  /** The id of the first that the reader has not seen: marked, and at `#new`. */
  readonly firstNew?: string | undefined
}) => {
  const { items, live, fetches, empty, firstNew } = props
  return (
    <>
      {items.length === 0 && <p class="govuk-body ly-thread-empty">{empty}</p>}
      <div role="log" aria-label="Messages">
        <ol class="ly-thread" data-live={live} data-fetches={live && fetches ? 'yes' : undefined}>
          {items.map((item, at) => (
            <>
              {item.day !== items[at - 1]?.day && <li class="ly-thread__day">{item.day}</li>}
              {item.id === firstNew && (
                <li class="ly-thread__new" id="new">
                  New since you last looked
                </li>
              )}
              <ThreadEntry key={item.id} {...item} />
            </>
          ))}
        </ol>
      </div>
      {live && <p class="ly-line" role="status" data-line />}
      <div id="newest" class="ly-thread__end" />
    </>
  )
}
