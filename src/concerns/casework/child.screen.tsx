import { type ApproachLine, approachLines } from '../../approaches/index.ts'
import { type CallLine, callLines } from '../../calls/index.ts'
import { inDays, inTime } from '../../kit/clock.ts'
import { idFrom } from '../../kit/ids.ts'
import { type SaidWith, saidWith } from '../../messages/index.ts'
import { hasRole, person } from '../../people/index.ts'
import { inVault, type PersonActor, type PersonId, type Writer } from '../../records/index.ts'
import { outsideBodies, whats } from '../../routing/index.ts'
import { screen } from '../../screens/index.ts'
import { UnlockFirst, unlockedFor } from '../../sealing/index.ts'
import { ButtonLink, Heading, Inset, Link, Paragraph, Tag } from '../../ui/index.ts'
import { taking } from '../exports/routes.ts'
import { mayRead, routes } from '../routes.ts'
import { noteSeen } from '../seen.ts'
import { type LeftOut, leftOutOf, type Past, selectChronology } from './chronology.ts'
import { keptLater } from './kept-later.ts'
import { namesOf } from './queries.ts'
import { work } from './routes.ts'
import { stepWords } from './rules.ts'
import { pieceWords } from './shown-words.ts'

/** So many messages, calls and approaches, each, stand in it: the newest. */
const most = 100

/** One line of it: something of a concern, a message, a call, or an approach to somebody who works here. */
interface Line {
  readonly at: Date
  readonly kind: 'concern' | 'message' | 'call' | 'approach'
  readonly says: string
  readonly href: string
  readonly by: string | undefined
  readonly words?: string
  /** That it was kept later than it happened. */
  readonly kept?: string | undefined
}

/**
 * What happened about one child, in its order: over every concern that the acting person reads and the child is linked to; and
 * where they ask for it, what was said with the child and the calls, as far as they may read those at home. Home is asked once we
 * are out of the vault, and shows in its own record that they read there; nothing says why.
 */
export const childScreen = screen({
  address: work.child,
  loadOnRecord: async (writer, at) => {
    const id = idFrom<'person'>(at.person)
    if (!id || !(await hasRole(writer, ...mayRead))) return undefined
    const child = await person(writer, id)
    const whole = at.query.has('whole')
    const past = await inVault(writer, ({ db, actor }) =>
      selectChronology(db, actor.agencyId, { child: id, whole }),
    )
    // Of a child who is in none that they read, there is nothing to see: no more than of somebody who is not there.
    if (!child || past.length === 0) return undefined
    if (!(await unlockedFor(writer))) return { locked: true, id, name: child.name } as const
    await noteSeen(writer, [...new Set(past.map(one => one.concern_id))], 'seen-together')
    const names = await namesOf(
      writer.db,
      writer.actor.agencyId,
      past.flatMap(({ by }) => by ?? []),
    )
    const concerns = past.map(one => ofConcern(one, names))
    const all = at.query.has('contact')
    const contact = all ? await contactWith(writer, id) : []
    const lines = [...concerns, ...contact].sort((one, other) => one.at.getTime() - other.at.getTime())
    return { locked: false, id, name: child.name, lines, all, left: leftOutOf(past) } as const
  },
  show: ({ thing }) => ({
    title: 'All that is told of one child',
    back: { href: routes.concerns.to(), text: 'Concerns' },
    body: (
      <>
        <p class="govuk-caption-l">{thing.name}</p>
        <Heading>All that is told of one child</Heading>
        {thing.locked ? <UnlockFirst next={work.child.to({ person: thing.id })} /> : <All {...thing} />}
      </>
    ),
  }),
})

interface Showing {
  readonly id: PersonId
  readonly lines: readonly Line[]
  readonly all: boolean
  readonly left: LeftOut | undefined
}

const All = ({ id, lines, all, left }: Showing) => (
  <>
    <Inset>
      {all
        ? `Concerns that you read and that they are linked to; with them what was said with the child, calls, and approaches to somebody who works here, as far as you may read those: the newest ${most} of each, and all of them in an export of everything kept about the child. What was written about a concern stands in it.`
        : 'Concerns that you read and that they are linked to. What was written stands in each.'}
    </Inset>
    {left && (
      <Paragraph>
        Left out here: {inWords(left)}.{' '}
        <Link href={`${work.child.to({ person: id })}?whole${all ? '&contact' : ''}`}>Show everything</Link>
      </Paragraph>
    )}
    {all ? (
      <Paragraph>
        <Link href={work.child.to({ person: id })}>Show the concerns alone</Link>
      </Paragraph>
    ) : (
      <>
        <ButtonLink kind="secondary" href={`${work.child.to({ person: id })}?contact`}>
          Show messages, calls and approaches too
        </ButtonLink>
        <Paragraph>
          The record of each conversation that you are not in then says that you read it, as always. It does
          not say why.
        </Paragraph>
      </>
    )}
    <ol class="ly-happened">
      {lines.map((line, at) => (
        <One key={at} line={line} day={dayIfNew(line, lines[at - 1])} />
      ))}
    </ol>
    <Paragraph>
      <Link href={taking.ask.to({ person: id })}>Export it</Link>, for the police, a court, or another
      organisation. Those who read these concerns see that you looked at them here.
    </Paragraph>
  </>
)

const inWords = ({ linked, concerns, events }: LeftOut): string =>
  [
    concerns > 0 && `${concerns} of the ${linked} concerns, those that were linked first`,
    events > 0 && `the oldest ${events === 1 ? 'line' : `${events} lines`} of the others`,
  ]
    .filter(Boolean)
    .join('; ')

const dayIfNew = ({ at }: Line, before: Line | undefined): string | undefined =>
  before && inDays(before.at) === inDays(at) ? undefined : inDays(at)

const tags = { message: 'Message', call: 'Call', approach: 'Approach' } as const

const One = ({ line, day }: { readonly line: Line; readonly day: string | undefined }) => (
  <li class="ly-happened__one">
    {day && <p class="ly-happened__day">{day}</p>}
    <p class="ly-happened__what">
      <span class="ly-happened__at">{inTime(line.at)}</span>{' '}
      {line.kind !== 'concern' && <Tag colour="blue">{tags[line.kind]}</Tag>}{' '}
      <Link href={line.href}>{line.says}</Link>
      {line.by && `, ${line.by}`}
      {line.kept && ` (${line.kept})`}
    </p>
    {line.words && <p class="govuk-body ly-lines">{line.words}</p>}
  </li>
)

/** What was said with a child, calls and approaches: home's own rules say which the acting person may read. */
async function contactWith(writer: Writer<PersonActor>, child: PersonId): Promise<readonly Line[]> {
  const said = await saidWith(writer, child, most)
  const calls = await callLines(writer, child, most)
  const approaches = await approachLines(writer, child, most)
  return [...said.map(ofMessage), ...calls.map(ofCall), ...approaches.map(ofApproach)]
}

const ofMessage = ({ at, subject, author, text, href }: SaidWith): Line => ({
  ...{ at, kind: 'message', href, by: author, words: text },
  says: subject,
})
const ofCall = ({ at, says, by, href }: CallLine): Line => ({
  ...{ at, kind: 'call', says, href },
  by: `written down by ${by}`,
})
const ofApproach = ({ at, says, by, href }: ApproachLine): Line => ({
  ...{ at, kind: 'approach', says, href },
  by: `told by ${by}`,
})

const ofConcern = (one: Past, names: ReadonlyMap<PersonId, string>): Line => ({
  at: one.at,
  kind: 'concern',
  says: saysOf(one),
  href: routes.concern.to({ concern: one.concern_id }),
  by: one.by ? (names.get(one.by) ?? 'somebody') : undefined,
  kept: keptLater(one.at, one.kept_at, one.told_at),
})

function saysOf({ what, step, body, piece, due_at }: Past): string {
  if (due_at) return `Something to be done by ${inDays(due_at)}`
  if (piece === 'document') return 'A document was handed in'
  if (piece) return pieceWords[piece]
  if (!step) return `Told: ${what.map(one => whats[one]).join('; ')}`
  const said = stepWords[step]
  const first = said.charAt(0).toUpperCase() + said.slice(1)
  return body ? `${first}: ${outsideBodies[body].name}` : first
}
