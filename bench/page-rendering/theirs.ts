import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nunjucks from 'nunjucks'
import { actorOf } from '../../src/demo/index.ts'
import { type Facts, roles, teams } from './facts.ts'

const require = createRequire(import.meta.url)
// …/govuk-frontend/dist holds the folder `govuk`, by which the templates call one another.
const templates = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist')
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(templates, { noCache: false }), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})
const source = readFileSync(join(import.meta.dirname, 'page.njk'), 'utf8')
const page = nunjucks.compile(source, environment)
const actor = actorOf('grace')
const doors = [
  { href: '/', text: 'Home' },
  { href: '/duties', text: 'My duties' },
  { href: '/conversations', text: 'Conversations' },
  { href: '/policies', text: 'Policies' },
  { href: '/people', text: 'People', current: true },
]

/** The same page from govuk-frontend's own Nunjucks macros. Every template is compiled once and kept. */
export const theirPage = (facts: Facts): string =>
  page.render({
    ...facts,
    actor,
    doors,
    errorList: Object.entries(facts.errors).map(([name, text]) => ({ text, href: `#${name}` })),
    roleItems: roles.map(([value, text, hint]) => ({ value, text, hint: { text: hint } })),
    teamItems: teams.map(text => ({ value: text, text })),
    tableHead: [
      { text: 'Name' },
      { text: 'Role' },
      { text: 'Team' },
      { text: 'Days since signing', format: 'numeric' },
    ],
    tableRows: facts.people.map(([name, role, team, signed]) => [
      { text: name, attributes: { 'data-head': 'Name' } },
      { text: role, attributes: { 'data-head': 'Role' } },
      { text: team, attributes: { 'data-head': 'Team' } },
      { text: signed, format: 'numeric', attributes: { 'data-head': 'Days since signing' } },
    ]),
  })
