import { type DutyTable, dutyRules, stepsDue, stepsTaken, type Told, toTell } from '../duties/index.ts'
import { later, minutes } from '../kit/clock.ts'
import { enqueueAll } from '../kit/jobs/index.ts'
import { Already } from '../kit/proof.ts'
import { answersFor, withRole } from '../people/index.ts'
import {
  type AgencyId,
  type PersonId,
  type Recorded,
  record,
  type SystemActor,
  type Writer,
} from '../records/index.ts'

const batch = 200

/**
 * How many letters leave in a minute. A whole agency that is reminded on one day is 10,000 letters: in one breath, mail
 * servers take them for spam, and everybody comes at once. In turn they take an hour and a half.
 */
export const lettersAMinute = 120

/** One round of following up: how many letters in turn it has asked for so far, in every agency together. */
export interface Round {
  letters: number
}

/**
 * Carries out the steps that have come for the open duties of an agency, or of a vault: whoever is to be told gets one mail
 * each, however many duties it is about. `home` is the agency whose people they are. Says how many duties were looked at; when
 * that is `batch` there may be more.
 */
export async function followUpDuties(
  writer: Writer<SystemActor>,
  round: Round,
  home: AgencyId = writer.actor.agencyId,
): Promise<Recorded<number> | Already<number>> {
  const { now, actor } = writer
  const due = await stepsDue(writer, batch)
  if (due.length === 0) return new Already(0)
  const toldOf = whomToTell(writer)
  const told: { duty: DutyTable; person: PersonId; as: Told }[] = []
  for (const duty of due)
    for (const as of toTell(duty.kind, duty.due_at, duty.next_at ?? duty.due_at, now))
      for (const person of await toldOf(duty.person_id, as)) told.push({ duty, person, as })
  await stepsTaken(writer, due)
  await sendLetters(writer, told, { round, home })
  return record(
    writer,
    {
      event: 'duties.followed-up',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: [],
      content: { told: told.map(({ duty, ...one }) => ({ ...one, duty: duty.id })) },
    },
    { value: due.length },
  )
}

/**
 * Asks for a letter to each: at once where the duty's kind says so, else in turn after those that this round has asked
 * for already. Whoever is asked for twice while their letter waits still gets one.
 */
async function sendLetters(
  { db, now }: Writer,
  told: readonly { readonly duty: DutyTable; readonly person: PersonId }[],
  { round, home }: { readonly round: Round; readonly home: AgencyId },
): Promise<void> {
  const atOnce = new Set(told.filter(({ duty }) => 'atOnce' in dutyRules[duty.kind]).map(one => one.person))
  const letters = [...new Set(told.map(one => one.person))].map(personId => {
    const first = atOnce.has(personId)
    const waits = first ? 0 : Math.floor(round.letters++ / lettersAMinute)
    return {
      payload: { agencyId: home, personId },
      key: `duties-letter${first ? '-at-once' : ''}:${personId}`,
      runAt: waits > 0 ? later(now, minutes(waits)) : null,
    }
  })
  await enqueueAll(db, 'duties-letter', letters)
}

/** Whom a step speaks to. Where nobody manages a person, the senior managers stand in: they are looked up once. */
function whomToTell(writer: Writer): (owing: PersonId, as: Told) => Promise<readonly PersonId[]> {
  let seniors: Promise<readonly PersonId[]> | undefined
  return async (owing, as) => {
    if (as === 'person') return [owing]
    const above = as === 'manager' ? await answersFor(writer, owing) : undefined
    if (above) return [above]
    seniors ??= withRole(writer, 'senior-manager')
    return (await seniors).filter(id => id !== owing)
  }
}

export const followUpBatch = batch
