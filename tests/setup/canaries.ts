import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** One way in which a word may stand in bytes. */
interface Written {
  readonly how: string
  readonly bytes: Buffer
}

/** The letters of base64 that a word alone decides, wherever in three bytes it begins. */
function base64At(word: Buffer, at: 0 | 1 | 2): string {
  const whole = Buffer.concat([Buffer.alloc(at), word])
    .toString('base64')
    .replace(/=+$/, '')
  const from = at === 0 ? 0 : at + 1
  const to = Math.floor(((at + word.length) * 8) / 6)
  return whole.slice(from, to)
}

/** A word in every way it is looked for: text, hexadecimal, base64 wherever it begins, both orders of UTF-16. */
export function waysToWrite(word: string): readonly Written[] {
  const cases = [
    ...new Set([word, word.toLowerCase(), word.toUpperCase(), word[0]?.toUpperCase() + word.slice(1)]),
  ]
  return cases.flatMap(text => {
    const utf8 = Buffer.from(text)
    const utf16 = Buffer.from(text, 'utf16le')
    const base64 = ([0, 1, 2] as const).flatMap(at => {
      const letters = base64At(utf8, at)
      return [...new Set([letters, letters.replaceAll('+', '-').replaceAll('/', '_')])]
    })
    return [
      { how: 'text', bytes: utf8 },
      { how: 'hexadecimal', bytes: Buffer.from(utf8.toString('hex')) },
      { how: 'hexadecimal', bytes: Buffer.from(utf8.toString('hex').toUpperCase()) },
      ...base64.map(letters => ({ how: 'base64', bytes: Buffer.from(letters) })),
      { how: 'UTF-16', bytes: utf16 },
      { how: 'UTF-16', bytes: Buffer.from(utf16).swap16() },
    ]
  })
}

/** Where a word stands in these bytes, and how. */
export const foundIn = (bytes: Buffer, ways: readonly Written[]): readonly string[] =>
  ways.flatMap(({ how, bytes: written }) => {
    const at = bytes.indexOf(written)
    return at < 0 ? [] : [`${how} at byte ${at}`]
  })

/** Every file under a folder, with its bytes, one at a time. */
export async function* filesUnder(folder: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const one of all)
    if (one.isFile()) {
      const name = join(one.parentPath, one.name)
      yield { name: name.slice(folder.length + 1), bytes: await readFile(name) }
    }
}

/** Every row of every table and sequence there is, also those of others’ schemas and large objects, as a dump has them. */
export async function* rowsOf(ownerUrl: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(`
      select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm', 'S') and n.nspname !~ '^pg_toast'
        and n.nspname not in ('information_schema') and c.relname not in ('pg_largeobject')`)
    for (const { name } of rows) {
      const { rows: texts } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      yield { name, bytes: Buffer.from(texts.map(({ row }) => row).join('\n')) }
    }
    const { rows: large } = await client.query<{ data: Buffer }>('select data from pg_largeobject')
    yield { name: 'large objects', bytes: Buffer.concat(large.map(({ data }) => data)) }
  } finally {
    await client.end()
  }
}
