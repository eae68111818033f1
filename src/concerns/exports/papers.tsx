import { ButtonLink, Inset, Link, Paragraph, Select, Subheading, Tag } from '../../ui/index.ts'
import { documentRoutes } from '../documents/routes.ts'
import { kinds, sizeOf } from '../documents/rules.ts'
import type { Shown } from '../documents/shown.ts'
import { documentField, type ToldDocument, whereIs } from './documents.ts'
import { type Fate, fates, mostDocuments } from './rules.ts'

interface Props {
  readonly all: readonly Shown[]
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly undecided: boolean
}

/** The documents in the concerns: for each it is decided whether it leaves, as nothing in one can be replaced. */
export const DocumentsToDecide = ({ all, typed, undecided }: Props) =>
  all.length === 0 ? null : (
    <>
      <Subheading>Documents</Subheading>
      <Paragraph>
        A document leaves whole or not at all: whoever is named in it is named wherever it goes. Read each one
        before you decide.
      </Paragraph>
      {all.length > mostDocuments && (
        <Inset>Only the first {mostDocuments} are shown. All others stay here, and are named in it.</Inset>
      )}
      {all.slice(0, mostDocuments).map(({ row, about }, at) => (
        <div class="ly-named" key={row.id}>
          <Select
            name={documentField(at)}
            label={about.name}
            labelSize="s"
            hint={`${kinds[about.kind].says}, ${sizeOf(about.size)}. ${row.checked === 'clean' ? 'No virus was found in it.' : 'Not checked for viruses.'}`}
            error={undecided && !typed[documentField(at)] ? 'Decide whether this document leaves' : undefined}
            options={[
              { value: '', text: 'Decide' },
              ...(Object.keys(fates) as Fate[]).map(value => ({ value, text: fates[value] })),
            ]}
            value={typed[documentField(at)] ?? ''}
          />
          <Paragraph>
            <Link href={documentRoutes.one.to({ concern: row.concern_id, document: row.id })}>
              Download {about.name}
            </Link>
          </Paragraph>
        </div>
      ))}
    </>
  )

/** The documents of an export that was made, each to be saved by itself where it is in it; where not, why, and where it is. */
export const DocumentsInIt = ({
  all,
  organisation,
  to,
}: {
  readonly all: readonly ToldDocument[]
  readonly organisation: string
  readonly to: (form: string) => string
}) =>
  all.length === 0 ? null : (
    <>
      <Subheading>Documents</Subheading>
      <ul class="ly-list">
        {all.map((one, at) => (
          <li key={one.entry}>
            {one.name}{' '}
            <Tag colour={one.checked === 'clean' ? 'green' : 'yellow'}>
              {one.checked === 'clean' ? 'No virus found' : 'Not checked'}
            </Tag>
            <span class="ly-list__aside">
              {kinds[one.kind].says}, {sizeOf(one.size)}. {whereIs(one, at, organisation)}
            </span>
            {one.sha256 && <span class="ly-list__aside ly-lines">SHA-256: {one.sha256}</span>}
            {one.bytes && (
              <ButtonLink href={to(`document-${at + 1}`)} kind="secondary">
                Save document {at + 1}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </>
  )
