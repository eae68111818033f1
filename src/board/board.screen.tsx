import { type Ground, read } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { counted, Heading, Link, Paging, Paragraph, stretchOf, Table, Tag, within } from '../ui/index.ts'
import { agenciesToOversee } from './access.ts'
import { type AgencyFigures, acceptableUse, figuresOf, type Standing, standingOf } from './figures.ts'
import { routes } from './routes.ts'

const standings: Readonly<Record<Standing, { words: string; colour: 'green' | 'orange' | 'red' }>> = {
  everyone: { words: 'Everybody has signed', colour: 'green' },
  'not-all': { words: 'Not everybody has signed', colour: 'orange' },
  none: { words: 'No policy in force', colour: 'red' },
}

/** The board's member agencies, and whether the acceptable use policy is signed by everybody in each. */
export const boardPage = (ground: Ground) =>
  handler(routes.board, {
    async get({ actor, page, missing, url }) {
      const agencies = actor && (await read(ground, actor, agenciesToOversee))
      if (!agencies) return missing()
      const all: AgencyFigures[] = []
      for (const agency of agencies) all.push(await figuresOf(ground, agency))
      return page(boardContent(all, url.searchParams))
    },
  })

const boardContent = (all: readonly AgencyFigures[], query: URLSearchParams): Content => {
  const stretch = stretchOf(query, 'page', all.length)
  const done = all.filter(figures => standingOf(figures) === 'everyone').length
  return {
    title: 'Member agencies',
    body: (
      <div class="ly-wide">
        <Heading>Member agencies</Heading>
        {all.length === 0 && <Paragraph>No agency answers to this board yet.</Paragraph>}
        {all.length > 0 && (
          <>
            <Paragraph>
              In {done} of {all.length} everybody has signed the acceptable use policy. The figures are
              counted now, from the agencies’ own records; they name nobody but those who decided that a limit
              does not hold, or that the screening is gentler.
            </Paragraph>
            <Table
              caption={`The acceptable use policy in each agency: ${counted(stretch, 'agency', 'agencies')}`}
              columns={[
                { head: 'Agency' },
                { head: 'Standing' },
                { head: 'In force' },
                { head: 'Signed', numeric: true },
                { head: 'People', numeric: true },
                { head: 'Decisions that hold', numeric: true },
              ]}
              rows={within(all, stretch).map(rowOf)}
            />
            <Paging stretch={stretch} query={query} name="page" label="Pages of agencies" />
          </>
        )}
      </div>
    ),
  }
}

function rowOf(figures: AgencyFigures) {
  const { agency, people, policies, decisions } = figures
  const { words, colour } = standings[standingOf(figures)]
  const use = acceptableUse(policies)
  return [
    <Link key="agency" href={routes.agency.to({ agency: agency.id })}>
      {agency.name}
    </Link>,
    <Tag key="standing" colour={colour}>
      {words}
    </Tag>,
    use?.inForce ?? 'None',
    use?.signed ?? 0,
    people.staff,
    decisions.filter(({ holds }) => holds).length,
  ]
}
