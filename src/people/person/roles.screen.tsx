import { choice } from '../../kit/forms/index.ts'
import { roles } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Hidden, Paragraph, Radios, Subheading } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { personTo } from '../access.ts'
import { selectAgency } from '../queries.ts'
import { routes } from '../routes.ts'
import { rolesOf, roleWords } from '../rules.ts'
import { changeRole } from './change-roles.ts'
import { selectGrants } from './queries.ts'

/** What somebody does here: a role is given or ended, each by itself and each on the record. */
export const rolesScreen = ({ whomNow }: Above) =>
  screen({
    address: routes.changeRoles,
    fields: {
      role: choice(roles, 'Choose a role'),
      change: choice(['give', 'end'], 'Choose what to do'),
    },
    load: async (reader, { person }) => {
      const found = await personTo(reader, person, 'change-roles')
      if (!found) return undefined
      const { db, actor } = reader
      const [grants, { kind }] = await Promise.all([
        selectGrants(db, actor.agencyId, found.person.id),
        selectAgency(db, actor.agencyId),
      ])
      const has = grants.map(grant => grant.role)
      return { found, has, others: rolesOf[kind].filter(role => !has.includes(role)) }
    },
    show: ({ thing: { found, has, others }, form }) => ({
      title: `What ${found.person.name} does here`,
      back: { href: routes.person.to({ person: found.person.id }), text: found.person.name },
      body: (
        <>
          <Heading>What {found.person.name} does here</Heading>
          <Paragraph>
            A change holds from the moment you make it. It is on the record, with your name.
          </Paragraph>
          <Subheading>Now</Subheading>
          {has.map(role => (
            <form method="post" key={role}>
              <Hidden name="role" value={role} />
              <Hidden name="change" value="end" />
              <Paragraph>{roleWords[role]}</Paragraph>
              <Button kind="secondary">End: {roleWords[role].toLowerCase()}</Button>
            </form>
          ))}
          {others.length > 0 && (
            <form method="post" noValidate>
              <Hidden name="change" value="give" />
              <Radios
                name="role"
                label="Give another role"
                options={others.map(role => ({ value: role, text: roleWords[role] }))}
                value={form.typed.change === 'give' ? form.typed.role : undefined}
                error={form.errors.role}
              />
              <Button once>Give this role</Button>
            </form>
          )}
        </>
      ),
    }),
    submit: (writer, { found }, change) => changeRole(writer, found, change, whomNow),
    done: person => routes.person.to({ person }),
    told: (_, { found }, { role, change }) =>
      `${found.person.name} ${change === 'give' ? 'now has' : 'no longer has'} the role of ${roleWords[role].toLowerCase()}.`,
    refused: {
      'not-here': ({ facts }) =>
        `${roleWords[facts]} is not a role of this kind of organisation, so nothing was changed. Choose another.`,
      'last-of-role': ({ facts: { name, role } }) =>
        `You cannot end this: ${name} is the only ${roleWords[role].toLowerCase()} here. Give somebody else that role first.`,
      'only-role': ({ facts }) =>
        `You cannot end this: it is all that ${facts} does here. Give them another role first or, if they are going, say on their page that they are leaving.`,
    },
  })
