import { hours, later } from '../../kit/clock.ts'
import { withinLimit } from '../../kit/limits.ts'
import { seal, unseal } from '../../kit/seal.ts'
import { type Ground, type PersonActor, type Reader, type Writer, withoutEntry } from '../../records/index.ts'
import type { KeptForms, Opens, Visitor } from '../../screens/index.ts'
import { graceHours } from '../sign-in/index.ts'
import { deleteKeptForm, selectKeptForm, upsertKeptForm } from './queries.ts'

const purpose = 'kept forms'
const longest = 100_000
const atMost = { most: 30, seconds: 3600 }

const about = ({ agencyId, personId }: PersonActor, path: string) => `${agencyId} ${personId} ${path}`

/**
 * What somebody had typed when their sign-in ran out is kept for them until they have signed in again: sealed, for
 * that person and that page alone, for some hours. It is kept only for a sign-in that ran out by itself, a short while
 * ago. One that was ended, by signing out or by leaving, is worth nothing, and nobody can fill the table without one.
 */
export const keptForms = (from: {
  readonly ground: Ground
  readonly secret: string
  /** Who sent the request, as things stood at another time. */
  readonly visitorAt: (request: Request, opens: Opens, at: Date) => Promise<Visitor>
}): KeptForms => ({
  async keep(request, opens, path, typed) {
    const { ground, secret } = from
    const now = ground.clock()
    const visitor = await from.visitorAt(request, opens, later(now, -hours(graceHours)))
    const text = JSON.stringify(typed)
    if ((visitor.kind !== 'staff' && visitor.kind !== 'family') || text.length > longest) return false
    const { actor } = visitor
    if (!(await withinLimit(ground.pool, `kept:${actor.personId}`, atMost, now))) return false
    await withoutEntry(ground, actor, ({ db }) =>
      upsertKeptForm(db, {
        agency_id: actor.agencyId,
        person_id: actor.personId,
        path,
        sealed: seal(secret, purpose, about(actor, path), text),
        kept_at: now,
        until: later(now, hours(graceHours)),
      }),
    )
    return true
  },
  async find({ db, actor, now }: Reader<PersonActor>, path) {
    const found = await selectKeptForm(db, actor, path, now)
    const text = found && unseal(from.secret, purpose, about(actor, path), found.sealed)
    return text === undefined ? undefined : (JSON.parse(text) as Record<string, string>)
  },
  forget: ({ db, actor }: Writer<PersonActor>, path) => deleteKeptForm(db, actor, path),
})
