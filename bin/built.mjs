// Loaded by runOnBuilt in run.mjs: imports from src/ are taken from dist/.
import { registerHooks } from 'node:module'

const root = new URL('..', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    if (!found.url.startsWith(`${root}src/`)) return found
    const url = found.url.replace(`${root}src/`, `${root}dist/`).replace(/\.tsx?$/, '.js')
    return { ...found, url, format: 'module' }
  },
})
