import { inDays, inTime } from '../../kit/clock.ts'
import { Link, Paragraph, Subheading } from '../../ui/index.ts'
import type { Concern, Written } from '../access.ts'
import { place, readBody, sideOf, sides } from '../casework/body/places.ts'
import type { Case } from '../casework/case-of.ts'
import { type Happened, happenedIn } from './happened.ts'

/** So many letters of it stand on the page at first, counting a line as some: a page is opened on a phone. */
const room = 50_000
const aLine = 300

/** Everything that happened since it was told of, in one order, a day at a time; of a long one the newest, unless `whole`. */
export const Chronology = ({
  concern,
  of,
  whole,
}: {
  readonly concern: Concern
  readonly of: Case
  readonly whole: boolean
}) => {
  const all = happenedIn(concern, of)
  const shown = whole ? all : newestOf(all)
  return (
    <>
      <Subheading>What has happened since</Subheading>
      {shown.length < all.length && (
        <Paragraph>
          The newest {shown.length} of {all.length}. <Link href="?whole">Show everything</Link>
        </Paragraph>
      )}
      <ol class="ly-happened">
        {shown.map((one, at) => (
          <One key={one.key} one={one} day={dayIfNew(one, shown[at - 1])} pieces={concern.pieces} />
        ))}
      </ol>
      <Paragraph>Each opening is on the record; of one person and one day, the last stands here.</Paragraph>
    </>
  )
}

/** As many of the newest as there is room for, and one at least. */
export function newestOf(all: readonly Happened[]): readonly Happened[] {
  let left = room
  const from = all.findLastIndex(({ says, piece }) => {
    left -= aLine + says.length + (piece?.words.length ?? 0)
    return left < 0
  })
  return all.slice(Math.min(from + 1, all.length - 1))
}

const dayIfNew = (one: Happened, before: Happened | undefined): string | undefined =>
  before && inDays(before.at) === inDays(one.at) ? undefined : inDays(one.at)

function One({
  one: { at, says, piece, kept, small, href },
  day,
  pieces,
}: {
  readonly one: Happened
  readonly day: string | undefined
  readonly pieces: readonly Written[]
}) {
  return (
    <li
      class={small ? 'ly-happened__one ly-happened__one--small' : 'ly-happened__one'}
      id={piece && `p${piece.number}`}
    >
      {day && <p class="ly-happened__day">{day}</p>}
      <p class="ly-happened__what">
        <span class="ly-happened__at">{inTime(at)}</span>{' '}
        {piece && <span class="ly-happened__number">{piece.number}.</span>}{' '}
        {href ? <Link href={href}>{says}</Link> : says}
        {kept && ` (${kept})`}
      </p>
      {piece && <Words piece={piece} />}
      {piece && <CorrectedBy number={piece.number} pieces={pieces} />}
    </li>
  )
}

/** Where something stands that a later piece says is not right. */
export const CorrectedBy = ({
  number,
  pieces,
}: {
  readonly number: number
  readonly pieces: readonly Written[]
}) => (
  <>
    {pieces
      .filter(({ corrects }) => corrects === number)
      .map(({ id, number: by }) => (
        <p key={id} class="govuk-body-s">
          Corrected: see{' '}
          <a class="govuk-link" href={`#p${by}`}>
            number {by}
          </a>
        </p>
      ))}
  </>
)

function Words({ piece }: { readonly piece: Written }) {
  const body = piece.kind === 'body' ? readBody(piece.words) : undefined
  if (!body) return <p class="govuk-body ly-lines">{piece.words}</p>
  return (
    <p class="govuk-body ly-lines">
      <strong>
        {place(body.id).says} ({sides[sideOf(body.id)].toLowerCase()}):
      </strong>{' '}
      {body.words}
    </p>
  )
}
