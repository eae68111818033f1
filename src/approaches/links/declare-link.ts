import { openDuties } from '../../duties/index.ts'
import { type Id, newId } from '../../kit/ids.ts'
import { Already, type Permitted, type Refused } from '../../kit/proof.ts'
import {
  type Change,
  contentOf,
  newEntryId,
  type PersonActor,
  record,
  type Writer,
} from '../../records/index.ts'
import type { Known } from '../access.ts'
import type { Platform } from '../rules.ts'
import { whoIn } from '../tell-approach.ts'
import { whoHears } from '../who-hears.ts'
import { personalLinkEvidence } from './evidence.ts'
import { insertLink, selectDeclared } from './queries.ts'
import type { Relation } from './rules.ts'
import type { LinkId, LinkTable } from './tables.ts'

/** What somebody declares of a tie of their own. */
export interface Declaring {
  readonly who: string
  readonly described: string | undefined
  readonly relation: Relation
  readonly platform: Platform | undefined
  readonly says: string | undefined
  readonly key: Id<'draft'>
}

/** Declares a tie of one's own, in one's own name; twice by one page, once. Whoever hears them owes a decision. */
export async function declareLink(
  writer: Writer<PersonActor>,
  leave: Permitted<'tell', { readonly known: readonly Known[] }>,
  declaring: Declaring,
): Promise<Change<LinkId, Refused<'no-longer-theirs'> | Refused<'not-described'>>> {
  const { db, actor, now } = writer
  const declared = await selectDeclared(db, actor.agencyId, actor.personId, declaring.key)
  if (declared) return new Already(declared)
  const who = whoIn(leave, declaring)
  if ('reason' in who) return who
  const row: LinkTable = {
    agency_id: actor.agencyId,
    id: newId(now.getTime()),
    declared_by: actor.personId,
    person_id: who.person_id,
    described: who.described,
    relation: declaring.relation,
    platform: declaring.platform ?? null,
    says: declaring.says ?? null,
    declared_at: now,
    draft_key: declaring.key,
    entry_id: newEntryId(writer),
  }
  const [done, persons] = await Promise.all([
    record(
      writer,
      {
        event: 'personal-link.declared',
        about: [{ kind: 'personal-link', id: row.id }],
        cites: ['GEN-INAPP-5', 'SN-DONT-2'],
        content: contentOf(personalLinkEvidence, row),
      },
      { id: row.entry_id, value: row.id },
    ),
    whoHears(writer, actor.personId),
    insertLink(db, row),
  ])
  await openDuties(writer, 'decide-link', persons, { kind: 'personal-link', id: row.id }, row.entry_id)
  return done
}
