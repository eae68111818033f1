import type { ComponentChildren } from 'preact'
import { dayAt } from '../guidance/index.ts'
import { screen } from '../screens/index.ts'
import {
  ButtonLink,
  counted,
  Heading,
  Inset,
  Link,
  Paging,
  Paragraph,
  Subheading,
  stretchOf,
  Table,
  within,
} from '../ui/index.ts'
import { leaveToSee } from './access.ts'
import { tuningFrom } from './in-force.ts'
import { selectTunings, type TuningRow } from './queries.ts'
import { routes } from './routes.ts'
import { kindIds, kinds, mostPhrases } from './rules.ts'
import { comesNow, type Tuning } from './tuned.ts'
import {
  aboutWords,
  allComesWords,
  changeWords,
  endedWords,
  kindWords,
  StateTag,
  setWords,
  stateOf,
  WayTag,
} from './words.tsx'

/** What every message is read for, what comes of it here, and what the organisation has changed. */
export const screeningScreen = screen({
  address: routes.screening,
  load: async reader => {
    const [leave, rows] = await Promise.all([
      leaveToSee(reader),
      selectTunings(reader.db, reader.actor.agencyId),
    ])
    return leave && { rows, today: dayAt(reader.now) }
  },
  show: ({ thing: { rows, today }, actor, query }) => {
    const standing = rows.filter(row => stateOf(row, today) === 'holds')
    const tuning = tuningFrom(standing)
    const of = (what: TuningRow['what']) => standing.filter(row => row.what === what)
    const gentler = of('gentler')
    return {
      title: 'What the screening looks for',
      body: (
        <div class="ly-wide">
          <Heading>What the screening looks for</Heading>
          <Paragraph>
            Every message is read by rule. What a worker writes may be asked about, held or stopped; what a
            child or a parent writes always goes. {actor.place} may make this stricter, look for phrases of
            its own, and make some of it gentler for a time.
          </Paragraph>
          {gentler.length > 0 && (
            <Inset>
              {gentler.length === 1 ? 'One rule is' : `${gentler.length} rules are`} gentler here than
              Lanyard’s own. Your safeguarding board sees which, and why.
            </Inset>
          )}
          <Kinds tuning={tuning} standing={standing} />
          <Phrases rows={of('phrase')} query={query} />
          <Names rows={of('name')} query={query} />
          <Past rows={rows.filter(row => !standing.includes(row))} query={query} today={today} />
        </div>
      ),
    }
  },
})

/** The change that stands for a kind, if one does. */
const changedBy = (standing: readonly TuningRow[], kind: string) =>
  standing.filter(row => row.kind === kind && row.written_by !== null)

const Kinds = ({ tuning, standing }: { tuning: Tuning; standing: readonly TuningRow[] }) => (
  <Table
    caption={`${kindIds.length} kinds of things, and what comes of each`}
    columns={[
      { head: 'What is found' },
      { head: 'A worker’s message' },
      { head: 'A child’s or parent’s' },
      { head: 'Changed here' },
    ]}
    rows={kindIds.map((kind): readonly ComponentChildren[] => [
      <Link key="kind" href={routes.kind.to({ kind })}>
        {kinds[kind].says}
      </Link>,
      allComesWords(comesNow(kind, 'worker', tuning)),
      allComesWords(comesNow(kind, 'family', tuning)),
      changedBy(standing, kind).length === 0
        ? 'No'
        : changedBy(standing, kind).map(row => (
            <div key={row.id}>
              <Link href={routes.tuning.to({ tuning: row.id })}>{setWords(row)}</Link>{' '}
              <WayTag what={row.what} />
            </div>
          )),
    ])}
    wide
  />
)

interface Listed {
  readonly rows: readonly TuningRow[]
  readonly query: URLSearchParams
}

function Phrases({ rows, query }: Listed) {
  const stretch = stretchOf(query, 'phrases', rows.length)
  if (rows.length === 0)
    return (
      <>
        <Subheading>Phrases of our own</Subheading>
        <Paragraph>
          No phrases of your own are looked for: a place that young people are taken to, say, or a local word.
          Choose above what they would be a sign of, and add them there.
        </Paragraph>
      </>
    )
  return (
    <>
      <Table
        caption={`Phrases of our own: ${counted(stretch, 'phrase', 'phrases')}, of ${mostPhrases} at most`}
        columns={[{ head: 'The words' }, { head: 'A sign of' }, { head: 'Added by, and when' }]}
        rows={within(rows, stretch).map(row => [
          <Link key="words" href={routes.tuning.to({ tuning: row.id })}>
            {row.value}
          </Link>,
          kindWords(row.kind),
          setWords(row),
        ])}
      />
      <Paging stretch={stretch} query={query} name="phrases" label="Pages of phrases" />
    </>
  )
}

function Names({ rows, query }: Listed) {
  const stretch = stretchOf(query, 'names', rows.length)
  return (
    <>
      {rows.length === 0 && <Subheading>Names that may be given</Subheading>}
      {rows.length === 0 ? (
        <Paragraph>
          Besides our own names and numbers, nothing may be given: no work account, and no page or number of a
          team.
        </Paragraph>
      ) : (
        <Table
          caption={`Names that may be given: ${counted(stretch, 'name', 'names')}`}
          columns={[{ head: 'The name' }, { head: 'What it is' }, { head: 'Allowed by, and when' }]}
          rows={within(rows, stretch).map(row => [
            <Link key="name" href={routes.tuning.to({ tuning: row.id })}>
              {row.value}
            </Link>,
            aboutWords(row),
            setWords(row),
          ])}
        />
      )}
      <Paging stretch={stretch} query={query} name="names" label="Pages of names" />
      <ButtonLink kind="secondary" href={`${routes.kind.to({ kind: 'own-details' })}#name`}>
        Allow a name
      </ButtonLink>
    </>
  )
}

function Past({ rows, query, today }: Listed & { readonly today: string }) {
  const stretch = stretchOf(query, 'past', rows.length)
  if (rows.length === 0) return null
  return (
    <>
      <Table
        caption={`What was changed before: ${counted(stretch, 'change', 'changes')}`}
        columns={[
          { head: 'What it was about' },
          { head: 'What it did' },
          { head: 'Decided by' },
          { head: 'Where it is' },
          { head: 'Ended' },
        ]}
        rows={within(rows, stretch).map(row => [
          <Link key="about" href={routes.tuning.to({ tuning: row.id })}>
            {aboutWords(row)}
          </Link>,
          changeWords(row),
          setWords(row),
          <StateTag key="state" row={row} today={today} />,
          endedWords(row),
        ])}
        wide
      />
      <Paging stretch={stretch} query={query} name="past" label="Pages of what was changed before" />
    </>
  )
}
