import { List, Paragraph, Subheading } from '../../ui/index.ts'
import type { Above } from '../above.ts'
import { inWords } from '../leaving/holding.ts'
import type { Handed as HandedOver } from './queries.ts'

/** What somebody who has left had, and to whom it went. */
export function Handed({
  handover,
  above,
}: {
  readonly handover: HandedOver | undefined
  readonly above: Pick<Above, 'holdings'>
}) {
  if (!handover) return null
  const words = (kind: string) =>
    above.holdings.find(holding => holding.kind === kind) ?? { words: [kind, kind] as const }
  return (
    <>
      <Subheading>What went to whom</Subheading>
      {handover.went.length === 0 && <Paragraph>Nothing was theirs when they left.</Paragraph>}
      {handover.went.length > 0 && (
        <List
          items={handover.went.map(
            ({ kind, to, count }) =>
              `${inWords(words(kind), count)}: ${to ?? 'each went to whom it would have been given that day'}`,
          )}
        />
      )}
    </>
  )
}
