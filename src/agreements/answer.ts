import { closeDuties } from '../duties/index.ts'
import { type CalendarDay, dayAt } from '../guidance/index.ts'
import { later } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { AboutChild } from './access.ts'
import { agreementEvidence } from './evidence.ts'
import { insertAgreements } from './queries.ts'
import { type Channel, longestDays, type Way } from './rules.ts'
import { type OverChannel, standingOf } from './standing.ts'
import type { AgreementTable, Answer } from './tables.ts'

/** What somebody said of the channels: those they say yes to, until a day; and no to all else that is open or was asked for. */
export interface Saying {
  readonly by: PersonId
  readonly yes: ReadonlySet<Channel>
  /** The last day of every yes. */
  readonly last: CalendarDay
  /** The day on which they said it, and how; where staff enter it, the page it is entered on is not theirs. */
  readonly on?: CalendarDay
  readonly how: Way
}

export type AnswerRefusal = Refused<'wrong-days'> | Refused<'not-theirs'>

/**
 * Keeps what a parent, carer or young person said of contact with a child. A no closes a channel at once, and stands until whoever
 * said it says otherwise; a yes opens it until its last day, unless somebody says no.
 */
export async function answer(
  writer: Writer<PersonActor>,
  about: Permitted<'answer', AboutChild> | Permitted<'agree-for', AboutChild>,
  saying: Saying,
): Promise<Change<PersonId, AnswerRefusal>> {
  const { db, now } = writer
  const { child, parents, ownYes, adult } = about
  const own = saying.by === child.id
  const on = saying.on ?? dayAt(now)
  if (!own && (adult || !parents.some(({ id }) => id === saying.by))) return refuse('not-theirs')
  const latest = dayAt(later(new Date(`${on}T12:00:00Z`), longestDays * 86_400_000))
  const dated = saying.yes.size > 0 && (!own || ownYes)
  if (dated && (on > dayAt(now) || saying.last < dayAt(now) || saying.last > latest))
    return refuse('wrong-days')
  const { over } = await standingOf(writer, child.id)
  const rows = over.flatMap(one => {
    const said = answerOf(one, saying, own && !ownYes)
    if (!said) return []
    return rowOf(writer, { child: child.id, channel: one.channel, answer: said, on }, saying)
  })
  if (rows.length === 0) return new Already(child.id)
  const [first] = await Promise.all([recordAll(writer, rows), insertAgreements(db, rows)])
  if (rows.some(row => row.answer === 'yes'))
    await closeDuties(writer, { kind: 'renew-agreement', aboutId: child.id }, first.entryId)
  return first.with(child.id)
}

/**
 * What is to be kept of one channel: nothing where it would say what stands already, unless it was asked for since. A no is kept where there is something to say
 * no to. A child who may not say yes takes back their own no with `none`, and says nothing else by it.
 */
function answerOf(
  { channel, said, agreed, asked }: OverChannel,
  { by, yes, last }: Saying,
  mayNotSayYes: boolean,
): Answer | undefined {
  const mine = said.find(one => one.given_by === by)
  if (!yes.has(channel))
    return (mine?.answer === 'no' && !asked) || !(mine || agreed || asked) ? undefined : 'no'
  if (mayNotSayYes) return mine?.answer === 'no' ? 'none' : undefined
  return mine?.answer === 'yes' && mine.last_day === last && !asked ? undefined : 'yes'
}

function rowOf(
  writer: Writer<PersonActor>,
  what: { child: PersonId; channel: Channel; answer: Answer; on: CalendarDay },
  saying: Saying,
): AgreementTable {
  const { actor, now } = writer
  return {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    child_id: what.child,
    channel: what.channel,
    answer: what.answer,
    given_by: saying.by,
    given_on: what.on,
    last_day: what.answer === 'yes' ? saying.last : null,
    entered_by: saying.how === 'page' ? null : actor.personId,
    how: saying.how,
    at: now,
    entry_id: newEntryId(writer),
  }
}

async function recordAll(writer: Writer, rows: readonly AgreementTable[]): Promise<Recorded<undefined>> {
  const done = await Promise.all(
    rows.map(row =>
      record(
        writer,
        {
          event: 'agreement.answered',
          about: [
            { kind: 'agreement', id: row.id },
            { kind: 'person', id: row.child_id },
            { kind: 'person', id: row.given_by },
          ],
          cites: [],
          content: contentOf(agreementEvidence, row),
        },
        { id: row.entry_id },
      ),
    ),
  )
  return done[0] as Recorded<undefined>
}
