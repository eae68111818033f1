import { choice, line } from '../../kit/forms/index.ts'
import { newId } from '../../kit/ids.ts'
import { Already, type Refused, refuse } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  inVault,
  newEntryId,
  type PersonActor,
  type PersonId,
  record,
  type Writer,
} from '../../records/index.ts'
import { Button, Heading, Input, Paragraph, Radios } from '../../ui/index.ts'
import { concernHere } from '../access.ts'
import { linkEvidence } from '../evidence.ts'
import { routes } from '../routes.ts'
import type { LinkTable } from '../tables.ts'
import { screenWithKey } from '../with-key.tsx'
import { insertLink, selectLinks, selectSubjects, selectTyped } from './queries.ts'
import { work } from './routes.ts'
import { linkWords } from './rules.ts'
import type { Reads } from './write-and-step.ts'

const parts = Object.keys(linkWords) as LinkTable['part'][]
const kindOf = { child: 'child', family: 'parent', staff: 'staff' } as const

/** Links somebody to a concern by who they are here, so that all that is known of a child stands together. */
async function linkPerson(
  writer: Writer<PersonActor>,
  concern: Reads,
  { name, part }: { readonly name: string; readonly part: LinkTable['part'] },
): Promise<Change<PersonId | undefined, Refused<'nobody' | 'several' | 'subject'>>> {
  const found = await selectTyped(writer.db, writer.actor.agencyId, name, kindOf[part])
  const [one, other] = found
  if (!one) return refuse('nobody')
  if (other) return refuse('several')
  return inVault(writer, async inside => {
    const { db, actor, now } = inside
    const out = await selectSubjects(db, actor.agencyId, concern.id)
    if (concern.subjects.includes(one.id) || out.some(({ person_id }) => person_id === one.id))
      return refuse('subject')
    const before = await selectLinks(db, actor.agencyId, concern.id)
    if (before.some(({ person_id }) => person_id === one.id)) return new Already(one.id)
    const row: LinkTable = {
      agency_id: actor.agencyId,
      id: newId(now.getTime()),
      concern_id: concern.id,
      person_id: one.id,
      part,
      linked_by: actor.personId,
      linked_at: now,
      entry_id: newEntryId(inside),
    }
    await insertLink(db, row)
    return record(
      inside,
      {
        event: 'concern.linked',
        about: [{ kind: 'concern', id: concern.id }],
        cites: ['REP-4'],
        content: contentOf(linkEvidence, row),
      },
      { id: row.entry_id, value: one.id },
    )
  })
}

export const linkScreen = screenWithKey({
  address: work.link,
  fields: {
    part: choice(parts, 'Say who they are in it'),
    name: line({ max: 300, called: 'Their name', required: 'Enter their name' }),
  },
  load: (reader, at) => concernHere(reader, at.concern),
  show: ({ thing, form: { typed, errors } }) => ({
    title: 'Link somebody',
    back: { href: routes.concern.to({ concern: thing.id }), text: 'The concern' },
    body: (
      <>
        <Heading>Link somebody</Heading>
        <Paragraph>
          With their child linked, all concerns about a child stand together. Whoever is linked sees nothing
          of it, anywhere.
        </Paragraph>
        <form method="post" noValidate>
          <Radios
            name="part"
            label="Who are they?"
            value={typed.part}
            error={errors.part}
            options={parts.map(value => ({ value, text: linkWords[value] }))}
          />
          <Input
            name="name"
            label="Their full name, as it stands among our people"
            hint="If two have the same name: the address of their page."
            value={typed.name}
            error={errors.name}
          />
          <Button once>Link them</Button>
        </form>
      </>
    ),
  }),
  submit: linkPerson,
  done: (_, concern) => routes.concern.to({ concern: concern.id }),
  told: () => 'They are linked.',
  refused: {
    nobody: () =>
      'Nobody of this name is among our people in that place. Check the spelling, or write who it is as a note.',
    several: () =>
      'More than one person has this name. Open the right one’s page, and copy its address here.',
    subject: () => 'This concern is about them already.',
  },
})
