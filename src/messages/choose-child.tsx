import { tidy } from '../kit/forms/index.ts'
import type { ChildOfWork } from '../people/index.ts'
import { Find, Link, Paging, Paragraph, Subheading, stretchOf, within } from '../ui/index.ts'

/** As many children as there are choices of on one page. With more, the child is chosen first. */
export const oneList = 10

/** One of many children one works with, by a page of its own: `?child=<id>` is the one chosen. */
export function ChooseChild(props: {
  readonly children: readonly ChildOfWork[]
  readonly query: URLSearchParams
  /** Where all of them are. */
  readonly all: string
}) {
  const find = tidy(props.query.get('find') ?? '')
  const fits = ({ name, parents }: ChildOfWork) =>
    [name, ...parents.map(parent => parent.name)].some(one => one.toLowerCase().includes(find.toLowerCase()))
  const found = props.children.filter(fits)
  const stretch = stretchOf(props.query, 'page', found.length)
  return (
    <>
      <Find label="Find a child or parent by name" value={find} />
      <Subheading>Which child is it about?</Subheading>
      {found.length === 0 && (
        <Paragraph>
          No child you work with, and no parent of theirs, has “{find}” in their name. Check the spelling.{' '}
          <Link href={props.all}>Show all</Link>
        </Paragraph>
      )}
      <ul class="ly-list">
        {within(found, stretch).map(({ id, name, purpose, parents }) => (
          <li key={`${id} ${purpose}`}>
            <Link href={`?child=${id}`}>{name}</Link>
            <span class="ly-list__aside">
              {purpose}. {parents.length > 0 && `Family: ${parents.map(parent => parent.name).join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
      <Paging stretch={stretch} query={props.query} name="page" label="Pages of children" />
    </>
  )
}
