import { randomUUID } from 'node:crypto'
import { locatorOf, readCode } from '../../src/concerns/code.ts'
import { asTyped } from '../../src/kit/clock.ts'
import type { TestDatabase } from './database.ts'
import { type Front, hiddenOn, type Person, wordsOf } from './person.ts'

/** A concern that was told of: the code one comes back by, and its id. */
export interface ToldOf {
  readonly code: string
  readonly id: string
}

/** A house, or a server with a way into its database. */
type Somewhere = Front & { readonly database: Pick<TestDatabase, 'asOwner'> }

/** Tells an organisation of something, as somebody does on its page. Its designated person, deputy or head has a key. */
export async function tellsOf(
  house: Somewhere,
  who: Person,
  said: Readonly<Record<string, string>>,
  place = 'riverside-youth',
): Promise<ToldOf> {
  const at = `/tell/${place}/words`
  // Somebody chose *something else* at the danger gate, and so is asked here.
  const code = hiddenOn(await (await who.get(`${at}?danger=no`)).text(), 'code')
  const answer = await who.post(at, { code, danger: 'no', ...said })
  if (answer.status !== 303)
    throw new Error(`${at} answered ${answer.status}: ${wordsOf(await answer.text()).slice(0, 600)}`)
  const read = readCode(code)
  const { rows } = await house.database.asOwner('select id from concern where locator = $1', [
    read && locatorOf(read),
  ])
  return { code, id: rows[0]?.id }
}

/** Whoever reads a concern keeps that a body outside was told of it; at a minute that is over, by `now`. */
export const tellsOutside = (who: Person, id: string, body: string, now = new Date()): Promise<string> =>
  who.go(`/concerns/${id}/decide`, {
    ...{ decision: 'referred', body, why: 'It may happen again.', reference: '' },
    ...{ ...asTyped(now), key: randomUUID() },
  })

/** Says why they open a concern, and opens it. */
export const opensIt = (who: Person, id: string): Promise<string> =>
  who.go(`/concerns/${id}/open`, { reason: 'asked', words: '', key: randomUUID() })

/** Hands in a document about a concern, as one who reads it does; its id. */
export async function handsIn(
  house: Somewhere,
  who: Person,
  concern: string,
  file = new File(['He waited by the gate.'], 'A letter.txt'),
): Promise<string> {
  const at = `/concerns/${concern}/documents/new`
  const key = hiddenOn(await (await who.get(at)).text(), 'key')
  const answer = await who.upload(at, 'file', file, { key })
  if (answer.status !== 303)
    throw new Error(`${at} answered ${answer.status}: ${wordsOf(await answer.text()).slice(0, 600)}`)
  const { rows } = await house.database.asOwner(
    'select id from concern_document where concern_id = $1 order by id desc limit 1',
    [concern],
  )
  return rows[0]?.id
}
