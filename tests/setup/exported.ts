import { setTimeout as wait } from 'node:timers/promises'
import type { CastName } from '../../src/demo/index.ts'
import type { TestHouse } from './house.ts'
import { type Person, signedIn } from './person.ts'

const stateOf = async (house: TestHouse, id: string): Promise<string> =>
  (await house.database.asOwner('select state from export_progress where export_id = $1', [id])).rows[0]
    ?.state

async function becomes(house: TestHouse, id: string, state: string): Promise<void> {
  for (const until = Date.now() + 60_000; (await stateOf(house, id)) !== state; await wait(100))
    if (Date.now() > until)
      throw new Error(`the export ${id} is not ${state}, but ${await stateOf(house, id)}`)
}

export const idOf = (at: string): string => at.split('/').at(-1) ?? ''

/** Somebody asks for an export, and waits for the page on which names are gone through. Gives the export’s address. */
export async function asksFor(
  house: TestHouse,
  name: CastName,
  of: string,
  reason = 'Asked for by a court',
): Promise<{ readonly who: Person; readonly at: string; readonly page: string }> {
  const who = await signedIn(house, name)
  const at = await who.go(`/exports/${of}`, { reason })
  await becomes(house, idOf(at), 'choosing')
  return { who, at, page: await (await who.get(at)).text() }
}

/** The values that a page’s lists of choices have, by the name of the person that each is about. */
export function choicesOn(page: string): Map<string, { readonly field: string; readonly value: string }> {
  const found = page.matchAll(
    /<label[^>]*for="[^"]*"[^>]*>\s*([^<]+?)\s*<\/label>[\s\S]*?<select[^>]*name="([pd]\d+)"[^>]*>([\s\S]*?)<\/select>/g,
  )
  return new Map(
    [...found].map(([, label = '', field = '', options = '']) => {
      const chosen = /<option[^>]*\bselected\b[^>]*>/.exec(options)?.[0] ?? options
      return [label, { field, value: /value="([^"]*)"/.exec(chosen)?.[1] ?? '' }]
    }),
  )
}

/** They make it, with the choices that the page has and those that are given by name, and wait until it is ready. */
export async function makes(
  house: TestHouse,
  { who, at, page }: { readonly who: Person; readonly at: string; readonly page: string },
  differently: Readonly<Record<string, string>> = {},
  others = '',
): Promise<void> {
  const fields = [...choicesOn(page)].map(([label, { field, value }]) => [field, differently[label] ?? value])
  await who.go(at, { ...Object.fromEntries(fields), others })
  await becomes(house, idOf(at), 'ready')
}

/** A file of an export, as it is fetched. */
export const fileOf = async ({ who, at }: { who: Person; at: string }, name: string): Promise<Uint8Array> =>
  new Uint8Array(await (await who.get(`${at}/${name}`)).arrayBuffer())
