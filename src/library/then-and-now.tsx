import { note } from '../guidance/index.ts'
import { Link, Paragraph, Table } from '../ui/index.ts'
import { type Most, offences } from './offences.ts'

const most = ({ magistrates, jury }: Most) => (jury ? `${magistrates}; before a jury ${jury}` : magistrates)

/**
 * The offences of the 2015 list with the most that a court could give then and can give now. `notesAt` is the page on which
 * the notes stand, when it is not this one.
 */
export const ThenAndNow = ({ notesAt = '' }: { readonly notesAt?: string }) => (
  <>
    <Table
      caption="The most that a court can give, in prison"
      columns={[{ head: 'Offence' }, { head: 'Then: July 2015' }, { head: 'Now' }, { head: 'Source' }]}
      rows={offences.map(({ name, in2015, today, by }) => [
        name,
        most(in2015),
        most(in2015) === most(today) ? `Still ${most(today)}` : <strong>{most(today)}</strong>,
        by.map((id, at) => (
          <span key={id}>
            {at > 0 && ', '}
            <Link href={`${notesAt}#${id}`}>{note(id).title}</Link>
          </span>
        )),
      ])}
    />
    <Paragraph>
      A fine can be given as well, or in place of prison. Magistrates’ 12 months are for convictions on or
      after 18 November 2024.
    </Paragraph>
  </>
)
