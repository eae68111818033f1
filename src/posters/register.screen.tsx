import { inDays } from '../kit/clock.ts'
import { screen } from '../screens/index.ts'
import { counted, Heading, Link, Narrow, Paging, Paragraph, stretchOf, Table, Tag } from '../ui/index.ts'
import { countPrintings, type ListedPrinting, type Shown, selectPrintings } from './queries.ts'
import { routes } from './routes.ts'
import { posters, sizes } from './rules.ts'

const parts: Readonly<Record<string, { readonly shown: Shown; readonly words: string }>> = {
  '': { shown: 'hanging', words: 'What hangs' },
  replace: { shown: 'replace', words: 'To be replaced' },
  ended: { shown: 'ended', words: 'Taken down or replaced' },
}
const hanging = { shown: 'hanging', words: 'What hangs' } as const

/** What was printed, and where it hangs. */
export const registerScreen = screen({
  address: routes.register,
  load: async ({ db, actor }, { query }) => {
    const { shown } = parts[query.get('show') ?? ''] ?? hanging
    const stretch = stretchOf(query, 'page', await countPrintings(db, actor.agencyId, shown))
    const from = { from: stretch.skip, size: stretch.length }
    return { stretch, rows: await selectPrintings(db, actor.agencyId, shown, from) }
  },
  show: ({ thing: { stretch, rows }, query }) => ({
    title: 'Where posters hang',
    back: { href: routes.posters.to(), text: 'Posters' },
    body: (
      <div class="ly-wide">
        <Heading>Where posters hang</Heading>
        <Narrow
          label="What to show"
          name="show"
          query={query}
          options={Object.entries(parts).map(([value, { words }]) => ({ value, text: words }))}
        />
        {rows.length === 0 ? (
          <Paragraph>
            There is nothing here. <Link href={routes.posters.to()}>Choose a poster to print</Link>.
          </Paragraph>
        ) : (
          <Table
            caption={counted(stretch, 'poster', 'posters')}
            columns={[
              { head: 'Where' },
              { head: 'Poster' },
              { head: 'Printed' },
              { head: 'Who looks after it' },
              { head: 'Standing' },
            ]}
            rows={rows.map(row => [
              <Link key="place" href={routes.printing.to({ printing: row.id })}>
                {row.place}
              </Link>,
              `${posters[row.poster].name}, ${sizes[row.size]}`,
              inDays(row.printed_at),
              row.keeper,
              <Standing key="standing" printing={row} />,
            ])}
          />
        )}
        <Paging stretch={stretch} query={query} name="page" label="Pages of posters" />
      </div>
    ),
  }),
})

/** How a printing stands, in words; the colour only repeats it. */
export function Standing({
  printing,
}: {
  readonly printing: Pick<ListedPrinting, 'ended_how' | 'superseded_at'>
}) {
  if (printing.ended_how === 'taken-down') return <Tag colour="grey">Taken down</Tag>
  if (printing.ended_how === 'replaced') return <Tag colour="grey">Replaced</Tag>
  if (printing.superseded_at) return <Tag colour="red">Out of date</Tag>
  return <Tag colour="green">Current</Tag>
}
