// Loaded before a bench: what it imports from src/ is taken from dist/, so that what is measured is what people run.
import { registerHooks } from 'node:module'

const root = new URL('../../', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    if (!found.url.startsWith(`${root}src/`)) return found
    const url = found.url.replace(`${root}src/`, `${root}dist/`).replace(/\.tsx?$/, '.js')
    return { ...found, url, format: 'module' }
  },
})
