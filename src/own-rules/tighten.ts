import { dayAt, type Tightening, type Unkept } from '../guidance/index.ts'
import { newId } from '../kit/ids.ts'
import { type Permitted, type Refused, refuse } from '../kit/proof.ts'
import {
  contentOf,
  newEntryId,
  type PersonActor,
  type Recorded,
  record,
  type Writer,
} from '../records/index.ts'
import type { Setter } from './access.ts'
import { tighteningEvidence } from './evidence.ts'
import { asTightening } from './in-force.ts'
import { insertTightening } from './queries.ts'
import type { TighteningId, TighteningTable } from './tables.ts'
import { tryOut } from './try-out.ts'

/** What a tightening asks for. */
export type Asking = Pick<TighteningTable, 'act' | 'conditions' | 'at_most' | 'needs' | 'owed' | 'says'>

/** What a rule of an organisation's own rests on besides its own words: that its managers and policies have the last word. */
export const restsOn = ['GEN-STATUS'] as const

/**
 * Sets a rule that asks for more than the guidance does, from today on. Refuses, before anything is stored, one that would
 * not be kept to, and one that would undo another rule of ours.
 */
export async function tighten(
  writer: Writer<PersonActor>,
  { name }: Permitted<'tighten', Setter>,
  asking: Asking,
): Promise<Recorded<TighteningId> | Refused<'unkept', Unkept> | Refused<'undoes', string>> {
  const by = {
    set_by: writer.actor.personId,
    policy_id: null,
    policy_title: null,
    policy_version: null,
  }
  const row = tighteningOf(writer, asking, by)
  const rule = asTightening({ ...row, set_by_name: name })
  const tried = rule && (await tryOut(writer, { tightening: rule }, row.begins_on))
  if (!tried || tried.why) return refuse('unkept', tried?.why ?? 'no-such-value')
  if (tried.undoes) return refuse('undoes', tried.undoes)
  return setTightening(writer, row)
}

type By = Pick<TighteningTable, 'set_by' | 'policy_id' | 'policy_title' | 'policy_version'>

export function tighteningOf(writer: Writer, asking: Asking, by: By): TighteningTable {
  const { actor, now } = writer
  return {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    ...asking,
    because: restsOn,
    begins_on: dayAt(now),
    ...by,
    set_at: now,
    entry_id: newEntryId(writer),
  }
}

/** Stores a tightening that has been tried out, with its entry. */
export async function setTightening(writer: Writer, row: TighteningTable): Promise<Recorded<TighteningId>> {
  const [done] = await Promise.all([
    record(
      writer,
      {
        event: 'tightening.set',
        about: [
          { kind: 'tightening', id: row.id },
          ...(row.policy_id ? [{ kind: 'policy', id: row.policy_id }] : []),
        ],
        cites: ['GEN-STATUS'],
        content: contentOf(tighteningEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    ),
    insertTightening(writer.db, row),
  ])
  return done
}

/** Not stored: a rule as it would be, to be tried out before anybody confirms it. */
export const proposedTightening = (asking: Asking, by: string, now: Date): Tightening | undefined => {
  const { act, conditions, at_most, needs, owed, says } = asking
  const id = newId<'tightening'>(now.getTime())
  const because = restsOn
  const begins_on = dayAt(now)
  const row = { id, act, conditions, at_most, needs, owed, says, because, begins_on }
  return asTightening({ ...row, set_by_name: by, policy_title: null, policy_version: null })
}
