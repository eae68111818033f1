import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from 'hono'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** The files that bin/build-assets.mjs wrote: only those in its manifest, kept in memory, packed where the browser takes it. */
export async function loadAssets(folder: string) {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  const files = new Map<
    string,
    { plain: Uint8Array<ArrayBuffer>; br: Uint8Array<ArrayBuffer> | undefined; type: string }
  >()
  for (const address of Object.values(manifest)) {
    const name = address.slice('/assets/'.length)
    const read = async (suffix: string) => new Uint8Array(await readFile(join(folder, `${name}${suffix}`)))
    files.set(name, {
      plain: await read(''),
      br: await read('.br').catch(() => undefined),
      type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    })
  }
  const serve = async (context: Context): Promise<Response> => {
    const file = files.get(context.req.param('name') ?? '')
    if (!file) return context.text('not found', 404)
    const packed = file.br && /\bbr\b/.test(context.req.header('accept-encoding') ?? '')
    return new Response(packed ? file.br : file.plain, {
      headers: {
        'content-type': file.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        ...(packed ? { 'content-encoding': 'br' } : {}),
      },
    })
  }
  return { manifest, serve }
}
