import { openWith, unlockWithWords } from '../kit/age/index.ts'
import { withinLimit } from '../kit/limits.ts'
import { type Refused, refuse } from '../kit/proof.ts'
import { type Ground, type PersonActor, type Reader, read, record, write } from '../records/index.ts'
import { TooMany } from '../screens/index.ts'
import { selectPast } from './queries.ts'
import { quietlyWrong, tries } from './rules.ts'
import type { KeyTable, LockTable } from './tables.ts'

const instead = { words: 'If your key has another lock, a passkey for example, use that one then.' }

/**
 * Tries to unlock a person’s own key with words: what opens it, and all that its keys of before open with. Each try is
 * counted, in every process; from the third wrong one within a quarter of an hour on, each is on the record.
 */
export async function tryWords(
  ground: Ground,
  actor: PersonActor,
  lock: LockTable,
  words: string,
): Promise<readonly string[] | Refused<'wrong'>> {
  return tryLock(ground, actor, lock, () => unlockWithWords(words, lock.locked))
}

export async function tryLock(
  ground: Ground,
  actor: PersonActor,
  lock: LockTable,
  open: () => Promise<string | undefined>,
): Promise<readonly string[] | Refused<'wrong'>> {
  const now = ground.clock()
  if (!(await withinLimit(ground.pool, `sealing:${actor.personId}`, tries, now)))
    throw new TooMany(15, instead)
  const identity = await open()
  if (identity !== undefined)
    return read(ground, actor, reader => withPast(reader, { id: lock.key_id }, identity))
  if (!(await withinLimit(ground.pool, `sealing-wrong:${actor.personId}`, quietlyWrong, now)))
    await write(ground, actor, writer =>
      record(writer, {
        event: 'sealing-key.tried',
        about: [
          { kind: 'sealing-key', id: lock.key_id },
          { kind: 'person', id: actor.personId },
        ],
        cites: [],
        content: { key: lock.key_id, lock: lock.id, at: writer.now.toISOString() },
      }),
    )
  return refuse('wrong')
}

/** What opens a key, and what opens those of its person’s before it. */
async function withPast(
  { db, actor }: Reader<PersonActor>,
  key: Pick<KeyTable, 'id'>,
  identity: string,
): Promise<readonly string[]> {
  const past = await selectPast(db, actor.agencyId, key.id)
  const opened = await Promise.all(past.map(({ sealed }) => openWith(identity, sealed)))
  const before = opened.flatMap(bytes => (bytes ? new TextDecoder().decode(bytes).split('\n') : []))
  return [identity, ...new Set(before)]
}
