import { text } from '../../kit/forms/index.ts'
import { refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Select } from '../../ui/index.ts'
import { selectChoosable } from '../person/queries.ts'
import { routes } from '../routes.ts'
import { mayManage } from '../rules.ts'
import { teamToSee } from './access.ts'
import { changeTeam } from './change-team.ts'
import { selectTeams } from './queries.ts'

/** A team's name, and who leads it. */
export const changeTeamScreen = screen({
  address: routes.changeTeam,
  fields: {
    name: text({ max: 120, called: 'The team’s name', required: 'Enter the team’s name' }),
    manager: text({ max: 36, called: 'Who leads it', required: 'Choose who leads it' }),
  },
  load: async (reader, { team }) => {
    const found = await teamToSee(reader, team)
    if (!found?.mayChange) return undefined
    const { db, actor } = reader
    const [here, teams] = await Promise.all([
      selectChoosable(db, actor.agencyId),
      selectTeams(db, actor.agencyId),
    ])
    const leaders = here.filter(({ roles }) => roles.some(role => mayManage.includes(role)))
    return { found, leaders, others: teams.filter(({ id }) => id !== found.team.id) }
  },
  show: ({ thing: { found, leaders }, form }) => ({
    title: `Change ${found.team.name}`,
    back: { href: routes.team.to({ team: found.team.id }), text: found.team.name },
    body: (
      <>
        <Heading>Change {found.team.name}</Heading>
        <form method="post" noValidate>
          <Input
            name="name"
            label="The team’s name"
            value={form.typed.name ?? found.team.name}
            error={form.errors.name}
          />
          <Select
            name="manager"
            label="Who leads it"
            hint="They can put people in the team and take them out."
            options={[
              { value: '', text: 'Choose' },
              ...leaders.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            value={form.typed.manager ?? found.team.manager_id ?? ''}
            error={form.errors.manager}
          />
          <Button once>Save</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, { found, leaders, others }, { name, manager }) => {
    const leader = leaders.find(({ id }) => id === manager)
    if (!leader) return refuse('cannot-lead')
    if (others.some(team => team.name.toLowerCase() === name.toLowerCase())) return refuse('known')
    return changeTeam(writer, found.team, { name, manager_id: leader.id })
  },
  done: team => routes.team.to({ team }),
  told: (_, { leaders }, { name, manager }) =>
    `${name} is led by ${leaders.find(({ id }) => id === manager)?.name ?? 'somebody'}.`,
  refused: {
    'cannot-lead': () =>
      'The person you chose leads no team now, so nothing was changed. Choose somebody else.',
    known: () =>
      'There is another team of that name, so nothing was changed. Give this one a name of its own.',
  },
})
