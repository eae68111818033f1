import { type ComponentChildren, toChildArray } from 'preact'
import { Link, Subheading } from '../../ui/index.ts'
import type { Concern } from '../access.ts'
import { type Case, standsAt } from '../casework/case-of.ts'
import { work } from '../casework/routes.ts'
import { DocumentsLink } from '../documents/offer.tsx'
import { keeping } from '../keeping/routes.ts'
import { routes } from '../routes.ts'

const closing = {
  open: 'Close it',
  asked: 'Close it, or keep it open',
  closed: 'Open it again',
} as const

/** All that one may do about a concern, by what it is for: each on a page of its own. */
export const Acts = ({
  concern: { row, documents },
  of,
}: {
  readonly concern: Concern
  readonly of: Case
}) => {
  const to = { concern: row.id }
  return (
    <nav class="ly-case__acts" id="all-you-can-do" aria-label="What you can do about this concern">
      <Subheading>What you can do</Subheading>
      <Group title="Write">
        <Link href={routes.answer.to(to)}>An answer, a note or a plan</Link>
        <Link href={work.body.to(to)}>Mark a place on the body</Link>
        <DocumentsLink concern={row.id} count={documents.length + of.waiting.length} />
        <Link href={work.correct.to(to)}>Correct something</Link>
      </Group>
      <Group title="Decide">
        <Link href={work.decide.to(to)}>Keep a decision: to refer, to ask, or not to</Link>
        <Link href={work.review.to(to)}>How it stands, and when to look again</Link>
      </Group>
      <Group title="Act">
        <Link href={work.act.to(to)}>Something to be done, and by whom</Link>
        <Link href={routes.packs.to(to)}>Make what those outside are handed</Link>
      </Group>
      <Group title="People">
        <Link href={work.link.to(to)}>Link a child, a parent or somebody of the staff</Link>
        <Link href={work.subject.to(to)}>Say whom of our own it is about</Link>
        <Link href={work.letIn.to(to)}>Let somebody in</Link>
      </Group>
      <Group title="The end of it">
        <Link href={work.close.to(to)}>{closing[standsAt(of)]}</Link>
        <Link href={keeping.kept.to(to)}>How long it is kept</Link>
      </Group>
    </nav>
  )
}

/** A few of them under what they are for. */
export const Group = ({
  title,
  children,
}: {
  readonly title: string
  readonly children: ComponentChildren
}) => (
  <section class="ly-case__group">
    <h3 class="govuk-heading-s">{title}</h3>
    <ul class="ly-door__list">
      {toChildArray(children).map((one, at) => (
        <li key={at}>{one}</li>
      ))}
    </ul>
  </section>
)
