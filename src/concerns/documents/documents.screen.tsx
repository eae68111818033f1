import { inFull } from '../../kit/clock.ts'
import { emptyForm } from '../../kit/forms/index.ts'
import type { PersonActor, PersonId, Writer } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import { UnlockFirst } from '../../sealing/index.ts'
import { ButtonLink, Heading, Inset, Link, Paragraph, Subheading, Tag } from '../../ui/index.ts'
import { SayWhy } from '../casework/open.screen.tsx'
import { namesOf } from '../casework/queries.ts'
import { routes } from '../routes.ts'
import { type Documents, documentsToRead } from './access.ts'
import { documentRoutes } from './routes.ts'
import { kinds, sizeOf } from './rules.ts'
import type { Shown } from './shown.ts'

async function load(writer: Writer<PersonActor>, at: { readonly concern: string }) {
  const found = await documentsToRead(writer, at.concern)
  if (found === undefined) return undefined
  if (typeof found === 'string') return { closed: found, id: at.concern } as const
  const by = [...found.all.map(({ row }) => row.handed_in_by), ...found.waiting.map(one => one.handed_in_by)]
  const people = by.filter(id => id !== null)
  const names = await namesOf(writer.db, writer.actor.agencyId, people)
  return { closed: undefined, id: at.concern, found, names } as const
}

/** The documents that were handed in about a concern, for those who read it. */
export const documentsScreen = screen({
  address: documentRoutes.all,
  loadOnRecord: load,
  show: ({ thing }) => ({
    title: 'Documents',
    back: { href: routes.concern.to({ concern: thing.id }), text: 'The concern' },
    body:
      thing.closed === 'say-why' ? (
        <SayWhy concern={thing.id} form={emptyForm} />
      ) : thing.closed ? (
        <>
          <Heading>Documents</Heading>
          <UnlockFirst next={documentRoutes.all.to({ concern: thing.id })} />
        </>
      ) : (
        <All {...thing} />
      ),
  }),
})

interface Showing {
  readonly id: string
  readonly found: Documents
  readonly names: ReadonlyMap<PersonId, string>
}

const All = ({ id, found: { all, waiting }, names }: Showing) => {
  const by = (person: PersonId | null) =>
    person === null ? 'whoever told of this' : (names.get(person) ?? 'Somebody')
  const isUnchecked = all.some(({ row }) => row.checked === 'not-checked')
  return (
    <>
      <Heading>Documents</Heading>
      {all.length + waiting.length === 0 && <Paragraph>None was handed in yet.</Paragraph>}
      {isUnchecked && (
        <Inset>
          <p class="govuk-body">
            What says <em>not checked</em> was not checked for viruses. Open it only on a device that checks
            files itself, and not at all if you did not expect it.
          </p>
        </Inset>
      )}
      {all.length > 0 && (
        <ul class="ly-list">
          {all.map(one => (
            <Document key={one.row.id} concern={id} one={one} by={by(one.row.handed_in_by)} />
          ))}
        </ul>
      )}
      {waiting.length > 0 && (
        <>
          <Subheading>Waiting to be checked</Subheading>
          <Paragraph>
            What checks documents for viruses does not answer. These are sealed, and nobody can open them
            until they were checked: that happens by itself, once it answers. Whoever looks after Lanyard
            should know.
          </Paragraph>
          <ul class="ly-list">
            {waiting.map(one => (
              <li key={one.id}>
                A document
                <span class="ly-list__aside">{`From ${by(one.handed_in_by)}, ${inFull(one.handed_in_at)}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ButtonLink href={documentRoutes.handIn.to({ concern: id })}>Hand in a document</ButtonLink>
      <Paragraph>
        Each download is on the record, and those who read this concern see it. What you download is sealed no
        longer: keep it where nobody else looks, and delete it when you are done.
      </Paragraph>
    </>
  )
}

const Document = ({
  concern,
  one: { row, about },
  by,
}: {
  readonly concern: string
  readonly one: Shown
  readonly by: string
}) => (
  <li>
    <Link href={documentRoutes.one.to({ concern, document: row.id })}>{about.name}</Link>{' '}
    <Tag colour={row.checked === 'clean' ? 'green' : 'yellow'}>
      {row.checked === 'clean' ? 'No virus found' : 'Not checked'}
    </Tag>
    {about.note && <p class="govuk-body ly-lines">{about.note}</p>}
    <span class="ly-list__aside">
      {`${kinds[about.kind].says}, ${sizeOf(about.size)}. From ${by}, ${inFull(row.handed_in_at)}`}
    </span>
  </li>
)
