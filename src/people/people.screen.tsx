import { choice, email, line, text, tidy } from '../kit/forms/index.ts'
import { refuse } from '../kit/proof.ts'
import { type PersonId, roles } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import {
  Button,
  ButtonLink,
  counted,
  Find,
  Heading,
  Input,
  Link,
  Narrow,
  Paging,
  Paragraph,
  Select,
  type Stretch,
  stretchOf,
  Table,
  Tag,
} from '../ui/index.ts'
import { hasRole } from './access.ts'
import { inviteStaff } from './invite.ts'
import { countPeople, type ListedPerson, type Sought, selectPeople } from './people-queries.ts'
import { plainWords } from './plain-words.ts'
import { selectAgency, selectStaff } from './queries.ts'
import { routes } from './routes.ts'
import { rolesOf, roleWords } from './rules.ts'

const kindWords = { child: 'Child', parent: 'Parent or carer' } as const

/** The parts in which an administrator sees the list. */
const parts: Readonly<Record<string, Pick<Sought, 'kinds' | 'notJoined'> & { readonly words: string }>> = {
  '': { words: 'Everybody', kinds: ['staff', 'child', 'parent'], notJoined: false },
  staff: { words: 'Staff', kinds: ['staff'], notJoined: false },
  children: { words: 'Children', kinds: ['child'], notJoined: false },
  parents: { words: 'Parents and carers', kinds: ['parent'], notJoined: false },
  'not-joined': { words: 'Not joined yet', kinds: ['staff'], notJoined: true },
}
const onlyStaff = { kinds: ['staff'], notJoined: false } as const

/** Who is here: staff for everybody; children and families only for those who enter them. */
export const peopleScreen = screen({
  address: routes.people,
  load: async (reader, { query }) => {
    const { db, actor } = reader
    const administers = await hasRole(reader, 'administrator')
    const part = administers ? (parts[query.get('who') ?? ''] ?? onlyStaff) : onlyStaff
    const sought = { ...part, find: tidy(query.get('find') ?? '').slice(0, 100) }
    const stretch = stretchOf(query, 'page', await countPeople(db, actor.agencyId, sought))
    return {
      people: await selectPeople(db, actor.agencyId, sought, stretch),
      find: sought.find,
      stretch,
      administers,
    }
  },
  show: ({ thing, query }) => ({
    title: 'People',
    body: (
      <div class="ly-wide">
        <Heading>People</Heading>
        <Acts administers={thing.administers} />
        <Find
          label="Find somebody by name"
          value={thing.find}
          kept={{ who: query.get('who') ?? undefined }}
        />
        {thing.administers && (
          <Narrow
            label="Who to show"
            name="who"
            query={query}
            options={Object.entries(parts).map(([value, { words }]) => ({ value, text: words }))}
          />
        )}
        <Found {...thing} query={query} />
      </div>
    ),
  }),
})

const Acts = ({ administers }: { readonly administers: boolean }) => (
  <div class="ly-acts">
    {administers && (
      <>
        <ButtonLink href={routes.invite.to()}>Invite somebody</ButtonLink>
        <ButtonLink href={routes.addFamily.to()} kind="secondary">
          Enter a child and their family
        </ButtonLink>
        <ButtonLink href={routes.importPeople.to()} kind="secondary">
          Import many people from a file
        </ButtonLink>
      </>
    )}
    <ButtonLink href={routes.teams.to()} kind="secondary">
      Teams
    </ButtonLink>
  </div>
)

function Found(about: {
  readonly people: readonly ListedPerson[]
  readonly find: string
  readonly stretch: Stretch
  readonly administers: boolean
  readonly query: URLSearchParams
}) {
  const { people, find, stretch, administers, query } = about
  if (people.length === 0)
    return (
      <Paragraph>
        {find
          ? `Nobody in this list has “${find}” in their name. Check the spelling. `
          : 'Nobody is in this list. '}
        <Link href={routes.people.to()}>Show everybody</Link>
      </Paragraph>
    )
  return (
    <>
      <Table
        caption={counted(stretch, 'person', 'people')}
        columns={[{ head: 'Name' }, { head: 'What they do here' }, { head: 'Answers to' }]}
        rows={people.map(({ id, name, kind, roles, manager, joined }) => [
          <Link key={id} href={routes.person.to({ person: id })}>
            {name}
          </Link>,
          kind === 'staff' ? (
            <>
              {roles.map(role => roleWords[role]).join(', ')}{' '}
              {administers && !joined && <Tag colour="grey">Not joined yet</Tag>}
            </>
          ) : (
            kindWords[kind]
          ),
          manager ?? '',
        ])}
      />
      <Paging stretch={stretch} query={query} name="page" label="Pages of people" />
    </>
  )
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
          They are emailed a link, which works for a week. Nothing opens to them until they have signed the
          acceptable use policy.
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
  told: (_, __, { name, email: address }) => `${name} has been sent an invitation, to ${address}.`,
  refused: {
    'not-here': () => 'That is no role of this kind of organisation, so nobody was invited. Choose another.',
    known: () =>
      'Somebody with that email address is here already, so no invitation was sent. Look for them under People.',
  },
})
