import { whenInWords } from '../guidance/index.ts'
import { days, inDays, inWords, later } from '../kit/clock.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { screen } from '../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Subheading, Table, Tag } from '../ui/index.ts'
import { leaveToForetell } from './access.ts'
import { countDue, countHeld, nextNight } from './due.ts'
import { type InForce, periodsInForce } from './in-force.ts'
import type { Kept } from './kept.ts'
import { type NightRow, selectNights } from './queries.ts'
import { routes } from './routes.ts'
import {
  beginning,
  countedFrom,
  countedWords,
  goByThemselves,
  type KeptKind,
  keptKindAt,
  mayHold,
  maySet,
  monthsInWords,
} from './rules.ts'

/** What the next night would erase, and what holds keep from it. */
interface Foretold {
  readonly at: Date
  readonly due: readonly { readonly kind: KeptKind; readonly count: number; readonly held: number }[]
  readonly nights: readonly NightRow[]
}

async function foretold(
  reader: Reader<PersonActor>,
  all: readonly Kept[],
  periods: readonly InForce[],
): Promise<Foretold | undefined> {
  if (!(await leaveToForetell(reader))) return undefined
  const at = nextNight(reader.now)
  const due: Foretold['due'][number][] = []
  for (const kept of all) {
    const months = periods.find(one => one.kind === kept.kind)?.months ?? keptKindAt(kept.kind).months
    const [count, held] = [
      await countDue(reader, kept, { months, at }),
      await countHeld(reader, kept, { months, at }),
    ]
    due.push({ kind: kept.kind, count, held })
  }
  const nights = await selectNights(reader.db, reader.actor.agencyId, later(reader.now, -days(30)))
  return { at, due, nights }
}

/** How long each kind of thing is kept here, and why: for everybody on the staff. */
export const keepingScreen = (all: readonly Kept[]) =>
  screen({
    address: routes.keeping,
    load: async reader => {
      const periods = await periodsInForce(reader)
      return { periods, next: await foretold(reader, all, periods) }
    },
    show: ({ thing: { periods, next }, actor }) => ({
      title: 'How long things are kept',
      body: (
        <div class="ly-wide">
          <Heading>How long things are kept</Heading>
          <Paragraph>
            When its time is over, what something says is erased in the night. Who did what, and when, stays
            on the record for good, and so does that it was erased. Copies that people were sent are not
            reached, nor are backups until they are replaced. Concerns no night erases: two people who read
            one look at it first.
          </Paragraph>
          {next && <Tonight next={next} />}
          <Periods periods={periods} next={next} sets={maySet.some(role => actor.roles.includes(role))} />
          <Table
            caption="What goes by itself"
            columns={[{ head: 'What' }, { head: 'When it goes' }]}
            rows={goByThemselves.map(({ what, when }) => [what, when])}
          />
          <Subheading>What stops erasing</Subheading>
          <Paragraph>
            While something may be needed to keep somebody safe, or by the police, a court or an inquiry, a
            designated person or a senior manager puts a hold on it. Nothing that a hold keeps is erased by
            anybody. If you know of something that has to be kept, tell one of them today.
          </Paragraph>
          {mayHold.some(role => actor.roles.includes(role)) && (
            <Paragraph>
              <Link href={routes.holds.to()}>Holds on erasing</Link>
            </Paragraph>
          )}
          {next && <Nights rows={next.nights} />}
        </div>
      ),
    }),
  })

function Tonight({ next }: { readonly next: Foretold }) {
  const going = next.due.filter(({ count }) => count > 0)
  const held = next.due.reduce((sum, one) => sum + one.held, 0)
  return (
    <Inset>
      <strong>{inWords(next.at)}</strong>:{' '}
      {going.length === 0
        ? 'nothing is due to be erased.'
        : `${going.map(({ kind, count }) => countedWords(kind, count)).join(', ')} will be erased.`}
      {held > 0 && ` ${held} more ${held === 1 ? 'is' : 'are'} kept by a hold.`}
    </Inset>
  )
}

const Periods = (about: {
  readonly periods: readonly InForce[]
  readonly next: Foretold | undefined
  readonly sets: boolean
}) => (
  <Table
    caption={`${about.periods.length} kinds of things, and how long each is kept`}
    columns={[
      { head: 'What' },
      { head: 'How long' },
      { head: 'Counted from' },
      { head: 'Why' },
      { head: 'What is erased' },
      ...(about.next ? [{ head: 'Next night', numeric: true }] : []),
    ]}
    rows={about.periods.map(({ kind, months, rule }) => {
      const { title, from, why, goes, stays, byTwo } = keptKindAt(kind)
      const next = about.next?.due.find(one => one.kind === kind)
      return [
        about.sets ? (
          <Link key="kind" href={routes.kind.to({ kind })}>
            {title}
          </Link>
        ) : (
          title
        ),
        <span key="long">
          {monthsInWords(months)}
          {months < keptKindAt(kind).months && (
            <>
              {' '}
              <Tag colour="orange">Shorter here</Tag>
            </>
          )}
        </span>,
        beginning(countedFrom[from]),
        rule ? `${rule.says} ${rule.set_by_name}, ${inDays(rule.set_at)}` : why,
        `${beginning(goes)}. What stays: ${stays}.`,
        ...(about.next ? [byTwo ? 'Never' : (next?.count ?? 0)] : []),
      ]
    })}
    wide
  />
)

function Nights({ rows }: { readonly rows: readonly NightRow[] }) {
  if (rows.length === 0)
    return <Paragraph>In the last 30 days nothing was due, and nothing was erased.</Paragraph>
  return (
    <Table
      caption="What was erased in the last 30 days"
      columns={[{ head: 'Day' }, { head: 'What' }, { head: 'Could not be erased', numeric: true }]}
      rows={rows.map(({ day, kind, erased, failed }) => [
        whenInWords(day),
        erased > 0 ? countedWords(kind, erased) : keptKindAt(kind).title,
        failed,
      ])}
    />
  )
}
