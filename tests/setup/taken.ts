import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '../../src/kit/ids.ts'
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

/** They decide on every name that the page found: kept, but for those that are given by name. */
export async function decides(
  who: Person,
  at: string,
  differently: Readonly<Record<string, string>> = {},
  others = '',
): Promise<void> {
  const page = await (await who.get(at)).text()
  const list = /name="list" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const fields = [...choicesOn(page)].map(([label, { field }]) => [field, differently[label] ?? 'keep'])
  await who.go(at, { ...Object.fromEntries(fields), others, list })
}

/** They send it to another organisation, where it has arrived once this is done. Gives the file’s id. */
export async function sends(house: TestHouse, who: Person, at: string, to: string): Promise<string> {
  const key = newId()
  await who.go(`${at}/send`, { to, key })
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(50)) {
    const { rows } = await house.database.asOwner(
      'select f.id from concern_file f join concern_transfer t on t.id = f.id where t.draft_key = $1',
      [key],
    )
    if (rows[0]) return rows[0].id
  }
  throw new Error('the file did not arrive')
}

/** Waits until whoever sent it hears how it was answered. */
export async function answered(house: TestHouse, file: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(50)) {
    const { rows } = await house.database.asOwner(
      'select 1 from concern_transfer_answer where transfer_id = $1',
      [file],
    )
    if (rows[0]) return
  }
  throw new Error('the answer did not arrive')
}
