import { openDuties, whoOwes } from '../duties/index.ts'
import { dayAt } from '../guidance/index.ts'
import { days, later } from '../kit/clock.ts'
import { Already } from '../kit/proof.ts'
import { childrenWithNumber, forgetNumber, workersOf } from '../people/index.ts'
import {
  type AgencyId,
  agenciesHere,
  type Ground,
  newEntryId,
  type PersonId,
  type Recorded,
  read,
  record,
  type SystemActor,
  system,
  type Writer,
  write,
} from '../records/index.ts'
import { mayHoldNumber } from './agreed-lines.ts'
import { selectEnding } from './queries.ts'
import { renewDays } from './rules.ts'

/** Whoever works with a child is asked to ask again before what was agreed to ends. Says for how many children. */
export async function oweRenewals(writer: Writer<SystemActor>): Promise<Recorded<number> | Already<number>> {
  const { db, actor, now } = writer
  const ends = { day: dayAt(now), end: dayAt(later(now, days(renewDays))) }
  const owing: { readonly child: PersonId; readonly workers: readonly PersonId[] }[] = []
  for (const child of await selectEnding(db, { agencyId: actor.agencyId, ...ends })) {
    const workers = [...new Set((await workersOf(writer, child)).map(({ id }) => id))]
    if (workers.length > 0 && (await whoOwes(writer, 'renew-agreement', child)).length === 0)
      owing.push({ child, workers })
  }
  if (owing.length === 0) return new Already(0)
  const entry = newEntryId(writer)
  const done = await record(
    writer,
    {
      event: 'agreements.end-soon',
      about: [{ kind: 'agency', id: actor.agencyId }],
      cites: [],
      content: { children: owing },
    },
    { id: entry, value: owing.length },
  )
  for (const { child, workers } of owing)
    await openDuties(writer, 'renew-agreement', workers, { kind: 'person', id: child }, entry)
  return done
}

/** A child's number is held no longer than texts or calls with them are agreed to. */
async function forgetNumbers(ground: Ground, id: AgencyId): Promise<void> {
  const actor = system(id)
  for (const child of await read(ground, actor, ({ db }) => childrenWithNumber(db, id)))
    await write(ground, actor, async writer =>
      (await mayHoldNumber(writer, child)) ? new Already(child) : forgetNumber(writer, child),
    )
}

/** For every agency in turn, once a day. */
export const agreementJobs = (ground: Ground) => ({
  'owe-renewals': async () => {
    for (const id of await agenciesHere(ground.pool)) {
      await write(ground, system(id), oweRenewals)
      await forgetNumbers(ground, id)
    }
  },
})
