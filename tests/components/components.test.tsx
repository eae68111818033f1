import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Table } from '../../src/ui/index.ts'
import { choosing } from './choices.tsx'
import { examples } from './examples.ts'
import { asking } from './fields.tsx'
import { fixturesOf, itsComponents, type Mapped } from './fixtures.ts'
import { componentsLeftOut, examplesLeftOut } from './left-out.ts'
import { listing } from './lists.tsx'
import { openReader } from './same-html.ts'
import { leading } from './ways.tsx'
import { saying } from './words.tsx'

/** Our components, each with how the options of govuk-frontend's macro are said to it. */
const components: readonly Mapped[] = [...asking, ...choosing, ...leading, ...listing, ...saying]

const isLeftOut = (component: string, name: string): boolean =>
  examplesLeftOut[component]?.[name] !== undefined

const run = components.flatMap(({ component, cases }) =>
  cases.filter(({ name }) => !isLeftOut(component, name)).map(one => ({ component, ...one })),
)

let reader: Awaited<ReturnType<typeof openReader>>
let [theirs, ours]: [string[], string[]] = [[], []]
beforeAll(async () => {
  reader = await openReader()
  theirs = await reader.read(run.map(({ html }) => html))
  ours = await reader.read(run.map(one => render(one.ours())))
})
afterAll(() => reader.close())

describe('a component makes the HTML that govuk-frontend makes', () => {
  test.for(run.map(({ component, name }, at) => ({ component, name, at })))('$component: $name', ({ at }) => {
    expect(ours[at]).toBe(theirs[at])
  })
})

/** What a component's own documentation shows, and what govuk-frontend makes of the example of that name. */
const documented = Object.entries(examples).flatMap(([component, shown]) =>
  Object.entries(shown).map(([name, example]) => ({
    component,
    name,
    example,
    html: fixturesOf(component).find(fixture => fixture.name === name)?.html,
  })),
)

test.for(documented)('the documentation is true of $component: $name', async ({ example, html }) => {
  if (html === undefined) throw new Error('govuk-frontend has no example of that name.')
  const [made, theirs] = await reader.read([render(example), html])
  expect(made).toBe(theirs)
})

test('every component is documented by an example', () => {
  expect(components.map(({ component }) => component).filter(name => !examples[name])).toEqual([])
})

test('a table of rows is the plain table, whose cells also name their column for a narrow screen', async () => {
  const rows = [
    ['January', '£85', '£95'],
    ['February', '£75', '£55'],
    ['March', '£165', '£125'],
  ]
  const columns = [
    { head: 'Month you apply' },
    { head: 'Rate for bicycles', numeric: true },
    { head: 'Rate for vehicles', numeric: true },
  ]
  const plain = fixturesOf('table').find(({ name }) => name === 'with head and caption')
  const table = render(<Table caption="Caption 1: Months and rates" columns={columns} rows={rows} />)
  const bare = table.replaceAll(/ data-head="[^"]*"/g, '').replace('govuk-table ly-table', 'govuk-table')
  const [made, theirs] = await reader.read([bare, plain?.html ?? ''])
  expect(made).toBe(theirs)
  expect(table.match(/data-head="Rate for vehicles"/g)).toHaveLength(rows.length)
})

test('every example of every component of govuk-frontend is run, or left out for a reason', () => {
  const ran = new Set(run.map(({ component, name }) => `${component}: ${name}`))
  const forgotten = itsComponents
    .filter(component => componentsLeftOut[component] === undefined)
    .flatMap(component =>
      fixturesOf(component)
        .filter(({ name }) => !ran.has(`${component}: ${name}`) && !isLeftOut(component, name))
        .map(({ name }) => `${component}: ${name}`),
    )
  expect(forgotten).toEqual([])
})

test('nothing is left out that is run, or that govuk-frontend no longer has', () => {
  const mappedNames = new Set(components.map(({ component }) => component))
  const stale = [
    ...Object.keys(componentsLeftOut).filter(
      component => mappedNames.has(component) || !itsComponents.includes(component),
    ),
    ...Object.entries(examplesLeftOut).flatMap(([component, examples]) =>
      Object.keys(examples)
        .filter(name => !fixturesOf(component).some(fixture => fixture.name === name))
        .map(name => `${component}: ${name}`),
    ),
  ]
  expect(stale).toEqual([])
})

const alike = [
  ['attributes in another order', '<a href="/" class="b">Go</a>', '<a class="b" href="/">Go</a>'],
  ['white space that is not seen', '<p>\n  Two   words\n</p>', '<p>Two words</p>'],
] as const
const different = [
  ['classes in another order', '<p class="a b">Go</p>', '<p class="b a">Go</p>'],
  ['an attribute too few', '<p id="a">Go</p>', '<p>Go</p>'],
  ['an element too few', '<p><b>Go</b></p>', '<p>Go</p>'],
  ['a missing space between words', '<p><b>Error:</b> no</p>', '<p><b>Error:</b>no</p>'],
  ['markup that is only text', '<p>&lt;b&gt;Go&lt;/b&gt;</p>', '<p><b>Go</b></p>'],
  ['a lost line in a text area', '<textarea>a\n</textarea>', '<textarea>a</textarea>'],
] as const

test.for(alike)('HTML is the same with %s', async ([, one, other]) => {
  const [first, second] = await reader.read([one, other])
  expect(first).toBe(second)
})

test.for(different)('HTML is not the same with %s', async ([, one, other]) => {
  const [first, second] = await reader.read([one, other])
  expect(first).not.toBe(second)
})
