import { whenInWords } from '../../guidance/index.ts'
import { inDays } from '../../kit/clock.ts'
import { routes as people, placesInTeams } from '../../people/index.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { screen } from '../../screens/index.ts'
import {
  ButtonLink,
  counted,
  Find,
  Heading,
  Link,
  Narrow,
  Paging,
  Paragraph,
  Progress,
  stretchOf,
  Table,
  Tag,
} from '../../ui/index.ts'
import { policyToFollow } from '../access.ts'
import { routes } from '../routes.ts'
import { type SigningState, signingState } from '../rules.ts'
import { type By, GroupsOf, groupsBy } from './groups.tsx'
import { countSignings, type Signing, selectSignings } from './queries.ts'
import { askedOf, parts, seenBy, sorts } from './seen.ts'

const tags: Readonly<Record<SigningState, { words: string; colour: 'red' | 'orange' | 'green' }>> = {
  'to-sign': { words: 'Not signed', colour: 'red' },
  'sign-again': { words: 'To sign again', colour: 'orange' },
  'newer-to-read': { words: 'Signed', colour: 'green' },
  signed: { words: 'Signed', colour: 'green' },
}
const number = (value: number) => value.toLocaleString('en-GB')
const options = <T extends string>(words: Readonly<Record<T, string>>, usual: T) =>
  // Object.entries forgets the names of a table that has exactly these.
  (Object.entries(words) as [T, string][]).map(([value, text]) => ({
    value: value === usual ? '' : value,
    text,
  }))

/** Everything that the page shows, looked up in the reader's own transaction. */
async function lookedUp(reader: Reader<PersonActor>, policy: string, query: URLSearchParams) {
  const found = await policyToFollow(reader, policy)
  if (!found) return undefined
  const { db } = reader
  const [seen, asked] = [await seenBy(reader, found), await askedOf(reader, query)]
  const figures = await countSignings(db, seen, asked.sought)
  const by: By | undefined = byOf(query)
  const stretch = stretchOf(query, 'page', figures.found)
  const [rows, groups, places] = await Promise.all([
    by ? [] : selectSignings(db, seen, asked.sought, { sort: asked.sort, stretch }),
    by ? groupsBy(reader, seen, by) : [],
    asked.team ? placesInTeams(reader) : [],
  ])
  const team = places.find(place => place.team === asked.team)?.name
  return { ...found, asked, figures, stretch, rows, by, groups, team, all: seen.only === undefined }
}

const byOf = (query: URLSearchParams): By | undefined => {
  const by = query.get('by')
  return by === 'team' || by === 'manager' ? by : undefined
}

/**
 * How many of how many have signed a policy, and who: a manager sees those they answer for; those who publish, and
 * designated people, see everybody. Paged, narrowed, sorted and counted by the database, so that ten thousand are no
 * slower to look at than ten.
 */
export const signaturesScreen = screen({
  address: routes.signatures,
  load: (reader, { policy, query }) => lookedUp(reader, policy, query),
  show: ({ thing, query }) => {
    const { policy, version, figures } = thing
    const to = { policy: policy.id }
    return {
      title: `Who has signed: ${policy.title}`,
      back: { href: routes.policy.to(to), text: policy.title },
      body: (
        <div class="ly-wide">
          <Heading>Who has signed: {policy.title}</Heading>
          {figures.people === 0 ? (
            <Paragraph>
              {thing.asked.team || thing.asked.sought.manager
                ? 'Nobody you answer for is in this part. '
                : 'Nobody answers to you in Lanyard yet. Your administrator sets who does. '}
              <Link href={routes.signatures.to(to)}>Show everybody</Link>
            </Paragraph>
          ) : (
            <>
              <Progress
                label={`Signatures of ${policy.title}`}
                done={figures.signed}
                of={figures.people}
                words={summary(thing)}
              />
              <Paragraph>
                Version {version.number} is in force; a signature on an earlier one counts until a version
                asks for another. Whoever has not signed is reminded by email.
              </Paragraph>
              <Acts policy={policy.id} query={query} />
              {thing.by ? <GroupsOf {...thing} by={thing.by} query={query} policy={policy.id} /> : null}
              {!thing.by && <ListOf {...thing} query={query} />}
            </>
          )}
        </div>
      ),
    }
  },
})

type Shown = NonNullable<Awaited<ReturnType<typeof lookedUp>>>

const summary = ({ figures, team, asked, rows }: Shown): string => {
  const who = team
    ? ` in ${team}`
    : asked.sought.manager
      ? ` who answer to ${rows[0]?.manager ?? 'this manager'}`
      : ''
  const more = [
    figures.paper > 0 && `${number(figures.paper)} of them on paper`,
    figures.late > 0 && `${number(figures.late)} ${figures.late === 1 ? 'is' : 'are'} late`,
  ].filter(Boolean)
  const all = `${number(figures.signed)} of ${number(figures.people)}${who} have signed`
  return `${[all, ...more].join('. ')}.`
}

function Acts({ policy, query }: { readonly policy: string; readonly query: URLSearchParams }) {
  const to = { policy }
  const by = (value: string) => {
    const next = new URLSearchParams(value ? { by: value } : {})
    return `?${next}`
  }
  const now = byOf(query)
  return (
    <div class="ly-acts">
      {now && <ButtonLink href={by('')}>Show the people</ButtonLink>}
      {now !== 'manager' && (
        <ButtonLink href={by('manager')} kind="secondary">
          By manager
        </ButtonLink>
      )}
      {now !== 'team' && (
        <ButtonLink href={by('team')} kind="secondary">
          By team
        </ButtonLink>
      )}
      <ButtonLink href={routes.paper.to(to)} kind="secondary">
        Signing on paper
      </ButtonLink>
      {!now && (
        <Link href={`${routes.signaturesFile.to(to)}?${query}`}>Download this list for a spreadsheet</Link>
      )}
    </div>
  )
}

function ListOf(shown: Shown & { readonly query: URLSearchParams }) {
  const { query, rows, stretch, asked, version } = shown
  const kept = ['who', 'sort', 'team', 'manager'].map(name => [name, query.get(name) ?? undefined] as const)
  return (
    <>
      <Find label="Find somebody by name" value={asked.sought.find} kept={Object.fromEntries(kept)} />
      <Narrow label="Who to show" name="who" query={query} options={options(parts, 'all')} />
      <Narrow label="In which order" name="sort" query={query} options={options(sorts, 'standing')} />
      {rows.length === 0 && <Paragraph>Nobody is in this list.</Paragraph>}
      {rows.length > 0 && (
        <Table
          caption={counted(stretch, 'person', 'people')}
          columns={[
            { head: 'Name' },
            { head: 'Answers to' },
            { head: 'Standing' },
            { head: 'Version' },
            { head: 'Signed on' },
          ]}
          rows={rows.map(row => cellsOf(row, version.number))}
        />
      )}
      <Paging stretch={stretch} query={query} name="page" label="Pages of people" />
    </>
  )
}

const cellsOf = (row: Signing, newest: number) => {
  const { words, colour } = tags[signingState({ newest, required: row.required, signed: row.number })]
  return [
    <Link key="name" href={people.person.to({ person: row.id })}>
      {row.name}
    </Link>,
    row.manager ?? '',
    <>
      <Tag colour={colour}>{words}</Tag> {row.late && <Tag colour="red">Late</Tag>}
    </>,
    row.number ?? '',
    signedOn(row),
  ]
}

/** The day somebody signed, in words; on paper, the day that stands on the sheet. */
const signedOn = ({ signed_at, on_paper }: Signing): string =>
  on_paper ? `${whenInWords(on_paper)}, on paper` : signed_at ? inDays(signed_at) : ''
