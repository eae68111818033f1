import { openDuties } from '../duties/index.ts'
import { type Id, idFrom, newId } from '../kit/ids.ts'
import { Already, type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  type PersonId,
  record,
  type Writer,
} from '../records/index.ts'
import type { Known } from './access.ts'
import { approachEvidence } from './evidence.ts'
import { insertApproach, selectTold } from './queries.ts'
import { type Did, type How, hows, type Other, others, type Platform, type Situation } from './rules.ts'
import type { ApproachId, ApproachTable } from './tables.ts'
import { whoHears } from './who-hears.ts'

/** What somebody tells of what happened to them. */
export interface Telling {
  /** The id of somebody they work with, or what kind of other person it was. */
  readonly who: string
  readonly described: string | undefined
  readonly how: How
  readonly platform: Platform
  readonly platformName: string | undefined
  readonly happened: string | undefined
  readonly did: Did
  readonly key: Id<'draft'>
}

/** Somebody on file, or somebody described. */
export interface Who {
  readonly person_id: PersonId | null
  readonly described: string | null
  readonly situation: Situation
}

/** Who is meant: one of those whom the acting person works with, or somebody they describe. */
export function whoIn(
  { known }: { readonly known: readonly Known[] },
  { who, described }: Pick<Telling, 'who' | 'described'>,
): Who | Refused<'no-longer-theirs'> | Refused<'not-described'> {
  if (Object.hasOwn(others, who)) {
    // The key was looked up in the table.
    const { situation } = others[who as Other]
    return described ? { person_id: null, described, situation } : refuse('not-described')
  }
  const one = known.find(({ id }) => id === idFrom<'person'>(who))
  return one ? { person_id: one.id, described: null, situation: one.situation } : refuse('no-longer-theirs')
}

/**
 * Keeps what a member of the staff tells of an approach, in their own name; told twice by one page, once. Whoever hears
 * them owes an answer.
 */
export async function tellApproach(
  writer: Writer<PersonActor>,
  leave: Permitted<'tell', { readonly known: readonly Known[] }>,
  telling: Telling,
): Promise<Change<ApproachId, Refused<'no-longer-theirs'> | Refused<'not-described'>>> {
  const { db, actor, now } = writer
  const told = await selectTold(db, actor.agencyId, actor.personId, telling.key)
  if (told) return new Already(told)
  const who = whoIn(leave, telling)
  if ('reason' in who) return who
  const { how, platform, platformName, happened, did, key } = telling
  const row: ApproachTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    told_by: actor.personId,
    ...who,
    // Whoever it is, where they are connected already the words are others.
    situation: how === 'connected' ? 'connected' : who.situation,
    how,
    platform,
    platform_name: platformName ?? null,
    happened: happened ?? null,
    did,
    told_at: now,
    draft_key: key,
    entry_id: newEntryId(writer),
  }
  const [done, persons] = await Promise.all([
    record(
      writer,
      {
        event: 'approach.told',
        about: [{ kind: 'approach', id: row.id }],
        cites: hows[how].cites,
        content: contentOf(approachEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    ),
    whoHears(writer, actor.personId),
    insertApproach(db, row),
  ])
  await openDuties(writer, 'answer-approach', persons, { kind: 'approach', id: row.id }, row.entry_id)
  return done
}
