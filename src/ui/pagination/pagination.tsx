import type { ComponentChildren } from 'preact'
import { type Maybe, type Part, tokens } from '../part/part.ts'

export interface PageStep extends Pick<Part, 'attributes'> {
  readonly href: string
  readonly text?: ComponentChildren
  /** What is there, for pages that follow each other as chapters do. */
  readonly label?: ComponentChildren
}

export interface PageNumber extends Pick<Part, 'attributes'> {
  readonly number: number | string
  readonly href: string
  readonly current?: boolean | undefined
  /** What a screen reader says instead of *Page* and the number. */
  readonly label?: string | undefined
}

export interface PaginationProps extends Part {
  readonly previous?: PageStep | undefined
  readonly next?: PageStep | undefined
  /** The numbers shown, with a `gap` where some are not. */
  readonly pages?: readonly Maybe<PageNumber | 'gap'>[] | undefined
  /** What a screen reader calls it, where a page has two. */
  readonly label?: string | undefined
}

/** The way through a list that is longer than a page. */
export function Pagination(props: PaginationProps) {
  const { previous, next, pages } = props
  const block = !pages && Boolean(previous || next)
  return (
    <nav
      class={tokens('govuk-pagination', block && 'govuk-pagination--block', props.class)}
      aria-label={props.label ?? 'Pagination'}
      {...props.attributes}
    >
      {previous && <Step side="prev" step={previous} block={block} />}
      {pages && (
        <ul class="govuk-pagination__list">
          {pages.map((page, at) => page && <Page key={at} page={page} />)}
        </ul>
      )}
      {next && <Step side="next" step={next} block={block} />}
    </nav>
  )
}

const Page = ({ page }: { readonly page: PageNumber | 'gap' }) =>
  page === 'gap' ? (
    <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  ) : (
    <li class={tokens('govuk-pagination__item', page.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={page.href}
        aria-label={page.label ?? `Page ${page.number}`}
        aria-current={page.current ? 'page' : undefined}
        {...page.attributes}
      >
        {page.number}
      </a>
    </li>
  )

type Side = 'prev' | 'next'
const words: Readonly<Record<Side, string>> = { prev: 'Previous', next: 'Next' }

function Step({
  side,
  step,
  block,
}: {
  readonly side: Side
  readonly step: PageStep
  readonly block: boolean
}) {
  const arrowFirst = block || side === 'prev'
  return (
    <div class={`govuk-pagination__${side}`}>
      <a class="govuk-link govuk-pagination__link" href={step.href} rel={side} {...step.attributes}>
        {arrowFirst && <Arrow side={side} />}{' '}
        <span
          class={tokens(
            'govuk-pagination__link-title',
            block && !step.label && 'govuk-pagination__link-title--decorated',
          )}
        >
          {step.text ?? (
            <>
              {words[side]}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>{' '}
        {step.label && block && (
          <>
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{step.label}</span>
          </>
        )}
        {!arrowFirst && <Arrow side={side} />}
      </a>
    </div>
  )
}

const arrows: Readonly<Record<Side, string>> = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const Arrow = ({ side }: { readonly side: Side }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${side}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[side]} />
  </svg>
)
