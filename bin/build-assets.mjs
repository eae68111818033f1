// Writes what browsers are given: one style sheet, GOV.UK Frontend's own script, ours, the typeface and the icon, each
// named by its content, and manifest.json that says which is which. Runs on plain Node; `await buildAssets(folder)`.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { compile } from 'sass'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const fonts = join(modules, '@fontsource/atkinson-hyperlegible/files')
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M9 0h5l2 9 2-9h5l-5 15h-4z" fill="#0b6b4f"/><rect x="6" y="13" width="20" height="17" rx="3" fill="#15202b"/><path d="M11 18v8h8v-3h-5v-5z" fill="#fff"/></svg>`

export async function buildAssets(folder) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const manifest = {}
  const add = async (name, content) => {
    const bytes = Buffer.from(content)
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
    const file = name.replace(/(\.\w+)$/, `-${hash}$1`)
    await writeFile(join(folder, file), bytes)
    if (!file.endsWith('.woff2')) {
      await writeFile(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }))
      await writeFile(
        join(folder, `${file}.br`),
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      )
    }
    manifest[name] = `/assets/${file}`
    return manifest[name]
  }
  const regular = await add(
    'regular.woff2',
    await readFile(join(fonts, 'atkinson-hyperlegible-latin-400-normal.woff2')),
  )
  const bold = await add(
    'bold.woff2',
    await readFile(join(fonts, 'atkinson-hyperlegible-latin-700-normal.woff2')),
  )
  const { css } = compile(join(root, 'src/ui/styles/lanyard.scss'), {
    loadPaths: [modules],
    style: 'compressed',
    quietDeps: true,
    logger: { warn() {}, debug() {} },
  })
  await add('lanyard.css', css.replace('FONT-REGULAR', regular).replace('FONT-BOLD', bold))
  const govuk = await readFile(join(modules, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'), 'utf8')
  const frontend = await add('govuk-frontend.js', govuk.replace(/\n?\/\/# sourceMappingURL=.*/, ''))
  const scripts = join(root, 'src/ui/scripts')
  for (const name of (await readdir(scripts)).sort()) {
    const text = await readFile(join(scripts, name), 'utf8')
    await add(name, text.replace('./GOVUK-FRONTEND', frontend))
  }
  await add('icon.svg', icon)
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
