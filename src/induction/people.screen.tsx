import { whenInWords } from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import { csvAnswer } from '../kit/csv/index.ts'
import { tidy } from '../kit/forms/index.ts'
import { routes as people } from '../people/index.ts'
import { type Ground, read } from '../records/index.ts'
import { handler, opensToOneOf, screen } from '../screens/index.ts'
import {
  ButtonLink,
  counted,
  Find,
  Heading,
  Link,
  Narrow,
  Paging,
  Paragraph,
  stretchOf,
  Table,
  Tag,
  within,
} from '../ui/index.ts'
import { type Followed, followed } from './follow.ts'
import { routes } from './routes.ts'
import { counts, standings } from './rules.ts'

const parts = [
  { value: '', text: 'Everybody' },
  { value: 'not', text: 'Has not done it' },
  { value: 'soon', text: 'Runs out soon' },
  { value: 'done', text: 'Has done it' },
]

/** Which of them an address asks for: by standing, and by a part of the name. */
function sought(all: readonly Followed[], query: URLSearchParams): readonly Followed[] {
  const who = query.get('who') ?? ''
  const find = findIn(query).toLowerCase()
  return all.filter(({ standing, member }) => {
    if (!member.name.toLowerCase().includes(find)) return false
    if (who === 'not') return !counts(standing)
    if (who === 'done') return counts(standing)
    return who !== 'soon' || standing === 'soon'
  })
}
const findIn = (query: URLSearchParams): string => tidy(query.get('find') ?? '').slice(0, 100)

/** Who has done their induction and who has not, those who have not first. A manager sees those they answer for. */
export const peopleScreen = screen({
  address: routes.people,
  load: async reader => {
    const all = await followed(reader)
    return all && { all }
  },
  show: ({ thing: { all }, query, actor }) => {
    const rows = sought(all, query)
    const stretch = stretchOf(query, 'page', rows.length)
    return {
      title: 'Who has done their induction',
      back: { href: routes.path.to(), text: 'Your induction' },
      body: (
        <div class="ly-wide">
          <Heading>Who has done their induction</Heading>
          {all.length === 0 ? (
            <Paragraph>Nobody answers to you in Lanyard yet. Your administrator sets who does.</Paragraph>
          ) : (
            <>
              <Figures all={all} />
              <div class="ly-acts">
                <ButtonLink href={`${routes.peopleFile.to()}?${query}`} kind="secondary">
                  Download this list (CSV)
                </ButtonLink>
                {opensToOneOf(routes.renewal.opens, actor.roles) && (
                  <ButtonLink href={routes.renewal.to()} kind="secondary">
                    How often it is walked
                  </ButtonLink>
                )}
              </div>
              <Find
                label="Find somebody by name"
                value={findIn(query)}
                kept={{ who: query.get('who') ?? undefined }}
              />
              <Narrow label="Who to show" name="who" query={query} options={parts} />
              {rows.length === 0 && <Paragraph>Nobody is in this list.</Paragraph>}
              {rows.length > 0 && (
                <Table
                  caption={counted(stretch, 'person', 'people')}
                  columns={[
                    { head: 'Name' },
                    { head: 'Standing' },
                    { head: 'Done on' },
                    { head: 'Valid until' },
                  ]}
                  rows={within(rows, stretch).map(cellsOf)}
                />
              )}
              <Paging stretch={stretch} query={query} name="page" label="Pages of people" />
            </>
          )}
        </div>
      ),
    }
  },
})

function Figures({ all }: { readonly all: readonly Followed[] }) {
  const done = all.filter(({ standing }) => counts(standing)).length
  const out = all.filter(({ standing }) => standing === 'ran-out').length
  return (
    <Paragraph>
      {done} of {all.length} have done it and it still counts. For {out === 0 ? 'nobody' : out} it has run
      out. Whoever has it to do is reminded by email. How somebody answered is not kept, so there is nothing
      of it to see here.
    </Paragraph>
  )
}

const cellsOf = ({ member, standing, passedAt, validUntil }: Followed) => [
  <Link key="name" href={people.person.to({ person: member.id })}>
    {member.name}
  </Link>,
  <Tag key="tag" colour={standings[standing].colour}>
    {standings[standing].words}
  </Tag>,
  passedAt ? inDays(passedAt) : '',
  validUntil ? whenInWords(validUntil) : '',
]

/** The same list as a file. */
export const peopleFile = (ground: Ground) =>
  handler(routes.peopleFile, {
    async get({ actor, url, missing }) {
      const all = actor && (await read(ground, actor, followed))
      if (!all) return missing()
      return csvAnswer('induction.csv', [
        ['Name', 'Email', 'Standing', 'Done on', 'Valid until'],
        ...sought(all, url.searchParams).map(({ member, standing, passedAt, validUntil }) => [
          member.name,
          member.email ?? '',
          standings[standing].words,
          passedAt?.toISOString().slice(0, 10) ?? '',
          validUntil ?? '',
        ]),
      ])
    },
  })
