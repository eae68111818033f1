import {
  type AgencyId,
  type Ground,
  type LogKeys,
  parseTilePath,
  type Reader,
  read,
  readTile,
  system,
  tileWidth,
  witnessedCheckpoint,
} from '../records/index.ts'
import { handler } from '../screens/index.ts'
import { routes } from './routes.ts'

/** The public read addresses of a log (C2SP tlog-tiles): checkpoint, hashes and key. Entries' contents are never served. */
export function publicLog(ground: Ground, keys: LogKeys) {
  // Anything else is no short name, and nothing to ask the database about.
  const isSlug = (text: string) => /^[a-z0-9][a-z0-9-]{1,62}$/.test(text)
  const inLog = async <T>(
    slug: string,
    work: (reader: Reader, id: AgencyId) => Promise<T | undefined>,
  ): Promise<T | undefined> => {
    if (!isSlug(slug)) return undefined
    const { rows } = await ground.pool.query<{ id: AgencyId }>('select id from agency_by_slug($1)', [slug])
    const id = rows[0]?.id
    return id && read(ground, system(id), reader => work(reader, id))
  }
  const none = () => new Response('not found\n', { status: 404, headers: { 'content-type': 'text/plain' } })
  return [
    handler(routes.checkpoint, {
      async get({ params }) {
        const found = await inLog(params.agency, ({ db }, id) => witnessedCheckpoint(db, id))
        if (!found) return none()
        return new Response(found.note, {
          headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
        })
      },
    }),
    handler(routes.key, {
      async get({ params }) {
        if (!isSlug(params.agency)) return none()
        const { rows } = await ground.pool.query<{ slug: string; board_slug: string | null }>(
          'select slug, board_slug from agency_by_slug($1)',
          [params.agency],
        )
        const log = rows[0]
        if (!log) return none()
        const both = [keys.log(log.slug).vkey, keys.witness(log.board_slug ?? log.slug).vkey]
        return new Response(`${both.join('\n')}\n`, { headers: { 'content-type': 'text/plain' } })
      },
    }),
    handler(routes.tile, {
      async get({ params, url }) {
        const tile = parseTilePath(url.pathname.slice(url.pathname.indexOf('/tile/') + 1))
        if (!tile) return none()
        const found = await inLog(params.agency, async ({ db }, id) => {
          const size = (await witnessedCheckpoint(db, id))?.size ?? 0
          return tileWidth(tile.level, tile.n, size) >= tile.width ? readTile(db, id, tile) : undefined
        })
        if (!found) return none()
        return new Response(Buffer.from(found), {
          headers: {
            'content-type': 'application/octet-stream',
            'cache-control': 'public, max-age=31536000, immutable',
          },
        })
      },
    }),
  ]
}
