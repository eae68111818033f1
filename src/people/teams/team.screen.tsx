import { choice, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../../kit/proof.ts'
import type { Change, PersonActor, PersonId, Writer } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  counted,
  Heading,
  Hidden,
  Link,
  Paging,
  Paragraph,
  Select,
  stretchOf,
  Table,
  Unseen,
  within,
} from '../../ui/index.ts'
import { selectChoosable } from '../person/queries.ts'
import { routes } from '../routes.ts'
import { type TeamHere, teamToSee } from './access.ts'
import { joinTeam, leaveTeam } from './members.ts'
import type { MemberRow } from './queries.ts'

/** One team: who leads it, who is in it; those who may, put people in and take them out. */
export const teamScreen = screen({
  address: routes.team,
  fields: {
    person: text({ max: 36, called: 'The person', required: 'Choose who to put in the team' }),
    change: choice(['join', 'leave'], 'Choose what to do'),
  },
  load: async (reader, { team }) => {
    const found = await teamToSee(reader, team)
    if (!found) return undefined
    const here = found.mayChange ? await selectChoosable(reader.db, reader.actor.agencyId) : []
    return { found, others: here.filter(one => !found.members.some(m => m.person_id === one.id)) }
  },
  show: ({ thing: { found, others }, form, query }) => ({
    title: found.team.name,
    back: { href: routes.teams.to(), text: 'Teams' },
    body: (
      <>
        <Heading>{found.team.name}</Heading>
        <Paragraph>
          {found.leader ? (
            <>
              Led by <Link href={routes.person.to({ person: found.leader.id })}>{found.leader.name}</Link>.
            </>
          ) : (
            'Nobody leads it yet.'
          )}
        </Paragraph>
        {found.mayChange && (
          <Paragraph>
            <Link href={routes.changeTeam.to({ team: found.team.id })}>Change its name, or who leads it</Link>
          </Paragraph>
        )}
        {found.mayChange && (
          <form method="post" noValidate>
            <Hidden name="change" value="join" />
            <Select
              name="person"
              label="Put somebody in the team"
              options={[
                { value: '', text: 'Choose' },
                ...others.map(({ id, name }) => ({ value: id, text: name })),
              ]}
              error={form.errors.person}
            />
            <Button once>Put them in</Button>
          </form>
        )}
        <Members {...found} query={query} />
      </>
    ),
  }),
  submit: async (writer, { found, others }, { person, change }) =>
    found.mayChange ? changeMembers(writer, found, { person, change, others }) : refuse('not-yours'),
  done: (_, { found }) => routes.team.to({ team: found.team.id }),
  told: (_, { found, others }, { person, change }) =>
    change === 'join'
      ? `${others.find(({ id }) => id === person)?.name ?? 'They'} is in ${found.team.name} now.`
      : `${found.members.find(one => one.person_id === person)?.name ?? 'They'} is no longer in ${found.team.name}.`,
  refused: {
    'not-yours': () =>
      'Only who leads this team, or an administrator, changes who is in it. Ask one of them.',
    gone: () => 'The person you chose has left, so nothing was changed. Choose somebody else.',
  },
})

async function changeMembers(
  writer: Writer<PersonActor>,
  { team, members }: Permitted<'see', TeamHere>,
  asked: { person: string; change: 'join' | 'leave'; others: readonly { id: PersonId }[] },
): Promise<Change<PersonId, Refused<'gone'>>> {
  const id = idFrom<'person'>(asked.person)
  const place = members.find(one => one.person_id === id)
  if (!id || (asked.change === 'leave') === !place) return id ? new Already(id) : refuse('gone')
  if (place) return leaveTeam(writer, place)
  return asked.others.some(one => one.id === id) ? joinTeam(writer, team.id, id) : refuse('gone')
}

function Members(about: {
  readonly members: readonly MemberRow[]
  readonly mayChange: boolean
  readonly query: URLSearchParams
}) {
  const { members, mayChange, query } = about
  if (members.length === 0) return <Paragraph>Nobody is in it yet.</Paragraph>
  const stretch = stretchOf(query, 'page', members.length)
  return (
    <>
      <Table
        caption={counted(stretch, 'person', 'people')}
        columns={[{ head: 'Name' }, ...(mayChange ? [{ head: <Unseen>Change</Unseen> }] : [])]}
        rows={within(members, stretch).map(({ person_id, name }) => [
          <Link key="name" href={routes.person.to({ person: person_id })}>
            {name}
          </Link>,
          ...(mayChange ? [<TakeOut key="change" id={person_id} name={name} />] : []),
        ])}
      />
      <Paging stretch={stretch} query={query} name="page" label="Pages of people" />
    </>
  )
}

const TakeOut = ({ id, name }: { readonly id: PersonId; readonly name: string }) => (
  <form method="post">
    <Hidden name="person" value={id} />
    <Hidden name="change" value="leave" />
    <Button kind="secondary">
      Take <Unseen>{name} </Unseen>out
    </Button>
  </form>
)
