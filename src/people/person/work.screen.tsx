import { line, text } from '../../kit/forms/index.ts'
import { Already, refuse } from '../../kit/proof.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Paragraph, Select } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { personTo } from '../access.ts'
import { beginWork, endWork } from '../link-family.ts'
import { plainWords } from '../plain-words.ts'
import { routes } from '../routes.ts'
import { selectChildren, selectWork } from './queries.ts'

/** Says which child somebody works with, and for what. */
export const beginWorkScreen = screen({
  address: routes.beginWork,
  fields: {
    child: text({ max: 36, called: 'The child', required: 'Choose the child' }),
    purpose: plainWords(line({ max: 200, called: 'What it is for', required: 'Enter what it is for' })),
  },
  load: async (reader, { person }) => {
    const found = await personTo(reader, person, 'begin-work')
    if (!found) return undefined
    const { db, actor } = reader
    const [children, work] = await Promise.all([
      selectChildren(db, actor.agencyId),
      selectWork(db, actor.agencyId, found.person.id),
    ])
    return { found, children, work }
  },
  show: ({ thing: { found, children }, form }) => ({
    title: `Who ${found.person.name} works with`,
    back: { href: routes.person.to({ person: found.person.id }), text: found.person.name },
    body: (
      <>
        <Heading>Who {found.person.name} works with</Heading>
        <Paragraph>
          From the moment you enter it, {found.person.name} may message this child and their parents here.
          Their manager is in every conversation with the child.
        </Paragraph>
        {children.length === 0 && (
          <Paragraph>No child is entered yet. Your administrator enters them.</Paragraph>
        )}
        {children.length > 0 && (
          <form method="post" noValidate>
            <Select
              name="child"
              label="The child"
              options={[
                { value: '', text: 'Choose' },
                ...children.map(({ id, name }) => ({ value: id, text: name })),
              ]}
              value={form.typed.child}
              error={form.errors.child}
            />
            <Input
              name="purpose"
              label="What it is for"
              hint="For example: Thursday youth club"
              value={form.typed.purpose}
              error={form.errors.purpose}
            />
            <Button once>Enter this work</Button>
          </form>
        )}
      </>
    ),
  }),
  submit: async (writer, { found, children, work }, { child, purpose }) => {
    const chosen = children.find(({ id }) => id === child)
    if (!chosen || found.person.left_at) return refuse('gone')
    const same = work.find(link => link.child_id === chosen.id && link.purpose === purpose)
    if (same) return new Already(same.id)
    return beginWork(writer, { staffId: found.person.id, childId: chosen.id, purpose })
  },
  done: (_, { found }) => routes.person.to({ person: found.person.id }),
  told: (_, { found, children }, { child }) =>
    `${found.person.name} now works with ${children.find(({ id }) => id === child)?.name}, and may message them here.`,
  refused: { gone: () => 'That child is no longer here, so nothing was entered. Choose again.' },
})

export const endWorkScreen = ({ workEnded }: Above) =>
  screen({
    address: routes.endWork,
    fields: {},
    load: async (reader, { person, link }) => {
      const found = await personTo(reader, person, 'end-work')
      if (!found) return undefined
      const work = await selectWork(reader.db, reader.actor.agencyId, found.person.id)
      const row = work.find(one => one.id === link && one.staff_id === found.person.id)
      return row && { found, row }
    },
    show: ({ thing: { found, row } }) => ({
      title: `End work with ${row.child_name}`,
      back: { href: routes.person.to({ person: found.person.id }), text: found.person.name },
      body: (
        <>
          <Heading>End work with {row.child_name}</Heading>
          <Paragraph>
            {found.person.name} works with {row.child_name}: {row.purpose}. When you end it, they can open no
            new conversation about it. Where it is their last work with the family, those that are open end:
            everybody in them can read that, and whom to turn to. Nothing that was said is lost, and what the
            family writes there later reaches their manager.
          </Paragraph>
          <form method="post">
            <Button kind="warning" once>
              End this work
            </Button>
          </form>
        </>
      ),
    }),
    submit: async (writer, { row: { child_name: _, staff_name: __, ...link } }) => {
      const done = await endWork(writer, link)
      await workEnded(writer, link)
      return done
    },
    done: (_, { found }) => routes.person.to({ person: found.person.id }),
    told: (_, { found, row }) =>
      `${found.person.name} no longer works with ${row.child_name}: ${row.purpose}.`,
    refused: {},
  })
