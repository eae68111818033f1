import { inFull } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Tag } from '../ui/index.ts'
import { type ExportHere, exportsToSee } from './access.ts'
import { routes } from './routes.ts'
import { calledOf } from './rules.ts'
import { stateWords } from './words.tsx'

/** Every export that the reader may know of: their own, and those of what they answer for. */
export const exportsScreen = screen({
  address: routes.exports,
  load: async reader => ({ list: await exportsToSee(reader) }),
  show: ({ thing: { list } }) => ({
    title: 'Exports',
    body: (
      <>
        <Heading>Exports</Heading>
        <Paragraph>
          Everything kept of one conversation, or about one child, parent or carer, to take away. Ask for one
          on the page of the conversation or of the person. You see here those that you asked for, and that
          somebody asked for one of what you answer for.
        </Paragraph>
        {list.length === 0 && <Inset>Nobody has asked for one yet.</Inset>}
        {list.length > 0 && (
          <ul class="ly-list">
            {list.map(one => (
              <Row key={one.export.id} {...one} />
            ))}
          </ul>
        )}
      </>
    ),
  }),
})

const Row = ({ export: row, of, mine }: ExportHere) => (
  <li>
    <Link href={routes.export.to({ export: row.id })}>{calledOf(of)}</Link>{' '}
    {mine && row.state !== 'gone' && (
      <Tag colour={row.state === 'ready' ? 'green' : 'yellow'}>{stateWords[row.state]}</Tag>
    )}
    <span class="ly-list__aside">
      {mine ? 'You' : row.asker} asked at {inFull(row.asked_at)}. {row.reason}
    </span>
  </li>
)
