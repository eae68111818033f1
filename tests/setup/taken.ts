import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '../../src/kit/ids.ts'
import type { TestDatabase } from './database.ts'
import { choicesOn } from './exported.ts'
import type { TestHouse } from './house.ts'
import type { Person } from './person.ts'

/** Somebody asks for what is told of a child, to take away. Gives the export’s address. */
export const asksToTake = (
  who: Person,
  child: string,
  purpose = 'organisation',
  reason = 'Asked for by the police',
): Promise<string> => who.go(`/concerns/children/${child}/export`, { purpose, reason, key: newId() })

/** They decide on every name and document that the page found: each is kept and goes, but for those that are given by name. */
export async function decides(
  who: Person,
  at: string,
  differently: Readonly<Record<string, string>> = {},
  others = '',
): Promise<void> {
  const page = await (await who.get(at)).text()
  const list = /name="list" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const fields = [...choicesOn(page)].map(([label, { field }]) => [
    field,
    differently[label] ?? (field.startsWith('d') ? 'goes' : 'keep'),
  ])
  await who.go(at, { ...Object.fromEntries(fields), others, list })
}

/** Whoever asks it of the database alone. */
interface Asked {
  readonly database: Pick<TestDatabase, 'asOwner'>
}

/** Waits until something that goes from one organisation to another is there. Gives the file’s id. */
export async function arrives(
  house: Asked,
  table: 'concern_file' | 'concern_transfer_answer',
  which: { readonly key?: string; readonly file?: string } = {},
): Promise<string> {
  const id = table === 'concern_file' ? 'id' : 'transfer_id'
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(50)) {
    const { rows } = await house.database.asOwner(
      `select t.id from concern_transfer t join ${table} f on f.${id} = t.id
        where t.draft_key = coalesce($1, t.draft_key) and t.id = coalesce($2, t.id)`,
      [which.key ?? null, which.file ?? null],
    )
    if (rows[0]) return rows[0].id
  }
  throw new Error(`nothing arrived in ${table}`)
}

/** They send it to another organisation, where it has arrived once this is done. Gives the file’s id. */
export async function sends(house: Asked, who: Person, at: string, to: string): Promise<string> {
  const key = newId()
  await who.go(`${at}/send`, { to, key })
  return arrives(house, 'concern_file', { key })
}

/** Waits until whoever sent it hears how it was answered. */
export const answered = (house: TestHouse, file: string): Promise<string> =>
  arrives(house, 'concern_transfer_answer', { file })
