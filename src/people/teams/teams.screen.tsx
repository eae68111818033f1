import { line, text } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import {
  Button,
  ButtonLink,
  counted,
  Heading,
  Input,
  Link,
  Paging,
  Paragraph,
  Select,
  stretchOf,
  Table,
  within,
} from '../../ui/index.ts'
import { hasRole } from '../access.ts'
import { selectChoosable } from '../person/queries.ts'
import { plainWords } from '../plain-words.ts'
import { routes } from '../routes.ts'
import { mayManage } from '../rules.ts'
import { makeTeam } from './change-team.ts'
import { selectTeams, type TeamRow } from './queries.ts'

export const teamsScreen = screen({
  address: routes.teams,
  load: async reader => ({
    teams: await selectTeams(reader.db, reader.actor.agencyId),
    makes: await hasRole(reader, 'administrator', ...mayManage),
  }),
  show: ({ thing: { teams, makes }, query }) => ({
    title: 'Teams',
    back: { href: routes.people.to(), text: 'People' },
    body: (
      <>
        <Heading>Teams</Heading>
        {makes && <ButtonLink href={routes.makeTeam.to()}>Make a team</ButtonLink>}
        {teams.length === 0 && (
          <Paragraph>There is no team yet. A manager or your administrator can make one.</Paragraph>
        )}
        {teams.length > 0 && <TeamTable teams={teams} query={query} />}
      </>
    ),
  }),
})

function TeamTable({
  teams,
  query,
}: {
  readonly teams: readonly TeamRow[]
  readonly query: URLSearchParams
}) {
  const stretch = stretchOf(query, 'page', teams.length)
  return (
    <>
      <Table
        caption={counted(stretch, 'team', 'teams')}
        columns={[{ head: 'Team' }, { head: 'Led by' }, { head: 'People', numeric: true }]}
        rows={within(teams, stretch).map(({ id, name, manager, members }) => [
          <Link key={id} href={routes.team.to({ team: id })}>
            {name}
          </Link>,
          manager ?? 'Nobody yet',
          members,
        ])}
      />
      <Paging stretch={stretch} query={query} name="page" label="Pages of teams" />
    </>
  )
}

export const makeTeamScreen = screen({
  address: routes.makeTeam,
  fields: {
    name: plainWords(line({ max: 120, called: 'The team’s name', required: 'Enter the team’s name' })),
    manager: text({ max: 36, called: 'Who leads it', required: 'Choose who leads it' }),
  },
  load: async reader => {
    if (!(await hasRole(reader, 'administrator', ...mayManage))) return undefined
    const [here, teams] = await Promise.all([
      selectChoosable(reader.db, reader.actor.agencyId),
      selectTeams(reader.db, reader.actor.agencyId),
    ])
    return { leaders: here.filter(({ roles }) => roles.some(role => mayManage.includes(role))), teams }
  },
  show: ({ thing: { leaders }, form }) => ({
    title: 'Make a team',
    back: { href: routes.teams.to(), text: 'Teams' },
    body: (
      <>
        <Heading>Make a team</Heading>
        <form method="post" noValidate>
          <Input
            name="name"
            label="The team’s name"
            hint="For example: Thursday youth club"
            value={form.typed.name}
            error={form.errors.name}
          />
          <Select
            name="manager"
            label="Who leads it"
            options={[
              { value: '', text: 'Choose' },
              ...leaders.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            value={form.typed.manager}
            error={form.errors.manager}
          />
          <Button once>Make the team</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, { leaders, teams }, { name, manager }) => {
    const leader = leaders.find(({ id }) => id === manager)
    if (!leader) return refuse('cannot-lead')
    if (teams.some(team => team.name.toLowerCase() === name.toLowerCase())) return refuse('known')
    return makeTeam(writer, { name, managerId: leader.id })
  },
  done: team => routes.team.to({ team }),
  told: (_, __, { name }) => `${name} has been made. Now put people in it.`,
  refused: {
    'cannot-lead': () => 'The person you chose leads no team now, so none was made. Choose somebody else.',
    known: () => 'There is a team of that name already. Give this one another name, or use that one.',
  },
})
