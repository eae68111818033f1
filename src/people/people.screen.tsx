import { choice, email, line, text } from '../kit/forms/index.ts'
import { refuse } from '../kit/proof.ts'
import { type PersonId, roles } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  Heading,
  Input,
  Link,
  List,
  Paragraph,
  Select,
  startOf,
  Table,
  Turn,
} from '../ui/index.ts'
import { hasRole } from './access.ts'
import { inviteStaff } from './invite.ts'
import { plainWords } from './plain-words.ts'
import { countHere, selectAgency, selectEverybody, selectStaff } from './queries.ts'
import { routes } from './routes.ts'
import { rolesOf, roleWords } from './rules.ts'

const length = 100
const kindWords = { child: 'Child', parent: 'Parent or carer' } as const

/** Who is here: staff for everybody; children and families only for those who enter them. */
export const peopleScreen = screen({
  address: routes.people,
  load: async (reader, { query }) => {
    const { db, actor } = reader
    const administers = await hasRole(reader, 'administrator')
    const kinds = administers ? (['staff', 'child', 'parent'] as const) : (['staff'] as const)
    const list = { name: 'from', length, total: await countHere(db, actor.agencyId, kinds) }
    const from = startOf(query, list)
    return {
      people: await selectEverybody(db, actor.agencyId, kinds, { from, length }),
      administers,
      list,
      from,
    }
  },
  show: ({ thing: { people, administers, list, from } }) => ({
    title: 'People',
    body: (
      <div class="ly-wide">
        <Heading>People</Heading>
        {administers && (
          <>
            <ButtonLink href={routes.invite.to()}>Invite somebody</ButtonLink>{' '}
            <ButtonLink href={routes.addFamily.to()} kind="secondary">
              Enter a child and their family
            </ButtonLink>
          </>
        )}
        <List
          items={[
            <Link key="teams" href={routes.teams.to()}>
              Teams
            </Link>,
            ...(administers
              ? [
                  <Link key="import" href={routes.importPeople.to()}>
                    Import many people from a file
                  </Link>,
                ]
              : []),
          ]}
        />
        <Table
          caption={captionOf(list.total, from, people.length)}
          columns={[{ head: 'Name' }, { head: 'What they do here' }, { head: 'Answers to' }]}
          rows={people.map(({ id, name, kind, roles, manager }) => [
            <Link key={id} href={routes.person.to({ person: id })}>
              {name}
            </Link>,
            kind === 'staff' ? roles.map(role => roleWords[role]).join(', ') : kindWords[kind],
            manager ?? '',
          ])}
        />
        <Turn list={list} from={from} what="people" />
      </div>
    ),
  }),
})

function captionOf(total: number, from: number, shown: number): string {
  const all = `${total.toLocaleString('en-GB')} ${total === 1 ? 'person' : 'people'}`
  return shown === total ? all : `${from + 1} to ${from + shown} of ${all}`
}

export const inviteScreen = screen({
  address: routes.invite,
  fields: {
    name: plainWords(line({ max: 200, called: 'Their name', required: 'Enter their name' })),
    email: email('Enter their work email address'),
    role: choice(roles, 'Choose what they do here'),
    manager: text({ max: 36, called: 'Who they answer to', required: 'Choose who they answer to' }),
  },
  load: async reader => {
    if (!(await hasRole(reader, 'administrator'))) return undefined
    const { db, actor } = reader
    const [managers, { kind }] = await Promise.all([
      selectStaff(db, actor.agencyId),
      selectAgency(db, actor.agencyId),
    ])
    return { managers, invitable: rolesOf[kind] }
  },
  show: ({ thing: { managers, invitable }, form }) => ({
    title: 'Invite somebody',
    back: { href: routes.people.to(), text: 'People' },
    body: (
      <>
        <Heading>Invite somebody</Heading>
        <Paragraph>
          They get a mail with a link. Nothing opens to them until they have signed the acceptable use policy.
        </Paragraph>
        <form method="post" noValidate>
          <Input
            name="name"
            label="Their name"
            autocomplete="off"
            value={form.typed.name}
            error={form.errors.name}
          />
          <Input
            name="email"
            type="email"
            label="Their work email address"
            autocomplete="off"
            value={form.typed.email}
            error={form.errors.email}
          />
          <Select
            name="role"
            label="What they do here"
            options={[
              { value: '', text: 'Choose' },
              ...invitable.map(role => ({ value: role, text: roleWords[role] })),
            ]}
            value={form.typed.role}
            error={form.errors.role}
          />
          <Select
            name="manager"
            label="Who they answer to"
            options={[
              { value: '', text: 'Choose' },
              { value: 'nobody', text: 'Nobody here' },
              ...managers.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            value={form.typed.manager}
            error={form.errors.manager}
          />
          <Button once>Send the invitation</Button>
        </form>
      </>
    ),
  }),
  submit: async (writer, { managers, invitable }, { name, email: address, role, manager }) => {
    if (!invitable.includes(role)) return refuse('not-here')
    const managerId = managers.find(({ id }) => id === manager)?.id as PersonId | undefined
    return inviteStaff(writer, { name, email: address, roles: [role], managerId })
  },
  done: () => routes.people.to(),
  refused: {
    'not-here': () => 'That is no role of this kind of organisation, so nobody was invited. Choose another.',
    known: () =>
      'Somebody with that email address is here already, so no invitation was sent. Look for them under People.',
  },
})
