import { inDays } from '../kit/clock.ts'
import { choice, line } from '../kit/forms/index.ts'
import { type ChildOfWork, hasRole, lineOf, mayManage } from '../people/index.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Find,
  Heading,
  Hidden,
  Input,
  Inset,
  Link,
  Paging,
  Paragraph,
  Select,
  Subheading,
  stretchOf,
  Unseen,
  within,
} from '../ui/index.ts'
import { groupToUse, leaveToMakeGroup } from './access.ts'
import { addToGroup, makeGroup, takeOut } from './change-group.ts'
import { type MemberRow, type NoticeRow, selectGroups, selectNotices } from './queries.ts'
import { routes } from './routes.ts'
import { longestNotice } from './rules.ts'

/** The groups one may write to: one's own, and those of the people who answer to one. */
export const noticesScreen = screen({
  address: routes.notices,
  load: async reader => {
    const { db, actor } = reader
    const line = (await hasRole(reader, ...mayManage)) ? await lineOf(reader, actor.personId) : []
    return selectGroups(db, actor.agencyId, { people: [actor.personId, ...line] })
  },
  show: ({ thing: groups, actor }) => ({
    title: 'Write to a group',
    body: (
      <>
        <Heading>Write to a group</Heading>
        <Paragraph>
          One notice for everybody on a trip, in a club or in a class. Each family has a copy of its own:
          nobody sees who else was written to. What they answer comes to you alone, with a second adult.
        </Paragraph>
        <ButtonLink href={routes.newGroup.to()}>Make a group</ButtonLink>
        {groups.length === 0 && <Paragraph>There is no group yet.</Paragraph>}
        {groups.length > 0 && (
          <ul class="ly-list">
            {groups.map(({ id, name, members, made_by, made_by_name }) => (
              <li key={id}>
                <Link href={routes.group.to({ group: id })}>{name}</Link>
                <span class="ly-list__aside">
                  {members === 1 ? '1 child' : `${members} children`}
                  {made_by !== actor.personId && `, ${made_by_name}’s`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }),
})

const who = line({ max: 200, called: 'Who', required: 'Choose who is in it' })

/** Everybody of one piece of work, then each child. */
const choicesOf = (children: readonly ChildOfWork[]) => [
  { value: '', text: 'Choose' },
  ...[...new Set(children.map(({ purpose }) => purpose))].map(purpose => ({
    value: `work:${purpose}`,
    text: `Everybody of: ${purpose}`,
  })),
  ...children.map(({ id, name, purpose }) => ({ value: `child:${id}`, text: `${name}, ${purpose}` })),
]

export const newGroupScreen = screen({
  address: routes.newGroup,
  fields: {
    name: line({ max: longestNotice.name, called: 'The name', required: 'Name the group' }),
    who,
  },
  load: leaveToMakeGroup,
  show: ({ thing: { children }, form }) => ({
    title: 'Make a group',
    back: { href: routes.notices.to(), text: 'Write to a group' },
    body: (
      <>
        <Heading>Make a group</Heading>
        {children.length === 0 ? (
          <Inset>
            Nobody has entered a child you work with yet, so there is nobody to write to. Ask your manager or
            your administrator to enter who you work with.
          </Inset>
        ) : (
          <form method="post" noValidate>
            <Input
              name="name"
              label="Name"
              hint="For you and your managers. Families do not see it. For example: Saturday trip"
              value={form.typed.name}
              error={form.errors.name}
            />
            <Select
              name="who"
              label="Who is in it"
              hint="You can put more in, and take some out, on the next page."
              options={choicesOf(children)}
              value={form.typed.who}
              error={form.errors.who}
            />
            <Button once>Make the group</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: makeGroup,
  done: group => routes.group.to({ group }),
  refused: { nobody: () => 'You do not work with whom you chose any more. Choose again.' },
})

/** One group: who is in it, and what has been written to it. */
export const groupScreen = screen({
  address: routes.group,
  load: async (reader, { group: id }) => {
    const found = await groupToUse(reader, id)
    return (
      found && { ...found, notices: await selectNotices(reader.db, reader.actor.agencyId, found.group.id) }
    )
  },
  show: ({ thing: { group, members, children, notices }, query }) => ({
    title: group.name,
    back: { href: routes.notices.to(), text: 'Write to a group' },
    body: (
      <>
        <Heading>{group.name}</Heading>
        {members.length > 0 && (
          <ButtonLink href={routes.write.to({ group: group.id })}>Write a notice</ButtonLink>
        )}
        <Subheading>Notices</Subheading>
        {notices.length === 0 && <Paragraph>Nothing has been written to it yet.</Paragraph>}
        {notices.length > 0 && <Notices notices={notices} />}
        <Subheading>Who is in it: {members.length}</Subheading>
        <Members group={group.id} members={members} children={children} query={query} />
        <form method="post" action={routes.change.to({ group: group.id })} noValidate>
          <Hidden name="change" value="add" />
          <Select name="who" label="Put more children in" options={choicesOf(children)} />
          <Button kind="secondary" once>
            Put in
          </Button>
        </form>
      </>
    ),
  }),
})

const Notices = ({ notices }: { readonly notices: readonly NoticeRow[] }) => (
  <ul class="ly-list">
    {notices.map(({ id, subject, written_at, written_by_name, seen, recipients }) => (
      <li key={id}>
        <Link href={routes.notice.to({ notice: id })}>{subject}</Link>
        <span class="ly-list__aside">
          {written_by_name}, {inDays(written_at)}. {seen} of {recipients.length} have looked
        </span>
      </li>
    ))}
  </ul>
)

function Members(props: {
  readonly group: string
  readonly members: readonly MemberRow[]
  readonly children: readonly ChildOfWork[]
  readonly query: URLSearchParams
}) {
  const { group, members, children, query } = props
  const worked = new Set(children.map(({ id }) => id))
  const find = (query.get('find') ?? '').trim()
  const fits = members.filter(({ name }) => name.toLowerCase().includes(find.toLowerCase()))
  const stretch = stretchOf(query, 'page', fits.length, 20)
  if (members.length === 0) return <Paragraph>Nobody.</Paragraph>
  return (
    <>
      {(members.length > 20 || find) && <Find label="Find a child by name" value={find} />}
      <ul class="ly-list">
        {within(fits, stretch).map(({ child_id, name }) => (
          <li key={child_id}>
            {name} {!worked.has(child_id) && '(the work with them has ended: they are not written to)'}
            <form method="post" action={routes.change.to({ group })}>
              <Hidden name="change" value="take-out" />
              <Hidden name="who" value={child_id} />
              <Button kind="secondary" once>
                Take out<Unseen> {name}</Unseen>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <Paging stretch={stretch} query={query} name="page" label="Pages of children" />
    </>
  )
}

/** Puts children in, or takes one out. */
export const changeGroupScreen = screen({
  address: routes.change,
  fields: { change: choice(['add', 'take-out'], 'Choose what to change'), who },
  load: (reader, { group }) => groupToUse(reader, group),
  show: ({ thing: { group, children }, form }) => ({
    title: 'Change a group',
    back: { href: routes.group.to({ group: group.id }), text: group.name },
    body: (
      <>
        <Heading>Change a group</Heading>
        <form method="post" noValidate>
          <Hidden name="change" value="add" />
          <Select
            name="who"
            label="Put more children in"
            options={choicesOf(children)}
            value={form.typed.who}
            error={form.errors.who ?? form.errors.change}
          />
          <Button once>Put in</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, found, { change, who: whom }) =>
    change === 'add' ? addToGroup(writer, found, whom) : takeOut(writer, found, whom),
  done: group => routes.group.to({ group }),
  refused: {
    nobody: () =>
      'There was nobody to change: they are in it already, or the work with them has ended. Choose again.',
  },
})
