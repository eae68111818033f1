import { whenInWords } from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import { Find, Heading, Link, List, Paragraph, Subheading, Table, Tag } from '../ui/index.ts'
import { holdsToSee } from './access.ts'
import { selectNamed } from './named.ts'
import type { HoldRow } from './queries.ts'
import { routes } from './routes.ts'

/** Whom or what a hold is on. */
export const onWhat = ({ person_name }: HoldRow): string => person_name ?? 'A conversation'

/** Every hold that whoever looks may know of; and the way to a new one. */
export const holdsScreen = screen({
  address: routes.holds,
  load: async (reader, { query }) => {
    const found = await holdsToSee(reader)
    const find = query.get('find')?.trim().slice(0, 100) ?? ''
    const { agencyId, personId } = reader.actor
    const named = found && find ? await selectNamed(reader.db, { agencyId, find, but: personId }) : []
    return found && { rows: found.rows, find, named }
  },
  show: ({ thing: { rows, find, named } }) => ({
    title: 'Holds on erasing',
    back: { href: routes.keeping.to(), text: 'How long things are kept' },
    body: (
      <div class="ly-wide">
        <Heading>Holds on erasing</Heading>
        <Paragraph>
          Nothing about somebody on whom there is a hold is erased, nor anything in a conversation on which
          there is one. One on a child keeps what is about their parents and carers too. Nobody is told of a
          hold on themselves.
        </Paragraph>
        {rows.length === 0 ? (
          <Paragraph>
            There are none. Find somebody below, or open a conversation, to put a hold on it.
          </Paragraph>
        ) : (
          <Table
            caption={`${rows.filter(one => !one.lifted_at).length} of ${rows.length} stand`}
            columns={[
              { head: 'On' },
              { head: 'Put there by, and when' },
              { head: 'Looked at again by' },
              { head: 'Standing' },
            ]}
            rows={rows.map(row => [
              <Link key="on" href={routes.hold.to({ hold: row.id })}>
                {onWhat(row)}
              </Link>,
              `${row.placed_by_name}, ${inDays(row.placed_at)}`,
              row.lifted_at ? '' : whenInWords(row.looked_at_on),
              <HoldTag key="tag" row={row} />,
            ])}
            wide
          />
        )}
        <Subheading>Put a hold on somebody</Subheading>
        <Find label="A child, parent, carer or member of the staff" value={find} />
        {find !== '' && named.length === 0 && (
          <Paragraph>Nobody here has that in their name. Try a part of it.</Paragraph>
        )}
        <List
          items={named.map(({ id, name, kind }) => (
            <Link key={id} href={routes.holdPerson.to({ person: id })}>
              {name}, {kind === 'staff' ? 'staff' : kind === 'child' ? 'child' : 'parent or carer'}
            </Link>
          ))}
        />
      </div>
    ),
  }),
})

export const HoldTag = ({ row }: { readonly row: HoldRow }) =>
  row.lifted_at ? <Tag colour="grey">Lifted</Tag> : <Tag colour="green">Stands</Tag>
