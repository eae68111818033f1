import { randomUUID } from 'node:crypto'
import type { TestHouse } from './house.ts'

/** Posts as Notify does when a text came: no cookie, no origin, its token. Gives what the text is known by. */
export async function textComes(
  house: Pick<TestHouse, 'url' | 'fetch'>,
  token: string,
  about: { readonly from: string; readonly words: string; readonly id?: string },
): Promise<string> {
  const { id = randomUUID() } = about
  const answer = await house.fetch(
    new Request(`${house.url}/callbacks/notify/text`, {
      method: 'POST',
      headers: {
        host: new URL(house.url).host,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        id,
        source_number: about.from,
        destination_number: '07700900999',
        message: about.words,
        date_received: new Date().toISOString(),
      }),
    }),
  )
  if (answer.status !== 200) throw new Error(`a text that came was answered with ${answer.status}`)
  return id
}
