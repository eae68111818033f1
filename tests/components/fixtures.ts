import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { VNode } from 'preact'

/** One example that govuk-frontend ships: the options of its own macro, and the HTML these make. */
export interface Fixture<Options = unknown> {
  readonly name: string
  readonly options: Options
  readonly html: string
}

const folder = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
)

/** Every component that govuk-frontend has. */
export const itsComponents: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

/** All its examples of one component. */
export function fixturesOf<Options = unknown>(component: string): readonly Fixture<Options>[] {
  const file: { fixtures: Fixture<Options>[] } = JSON.parse(
    readFileSync(join(folder, component, 'fixtures.json'), 'utf8'),
  )
  return file.fixtures
}

/** A component's examples, each with what our component makes of the same options. */
export interface Mapped {
  readonly component: string
  readonly cases: readonly {
    readonly name: string
    readonly html: string
    readonly ours: () => VNode
  }[]
}

/** Says how the options of a macro are said to our component. `Options` is what its examples use of them. */
export const mapped = <Options>(component: string, ours: (options: Options) => VNode): Mapped => ({
  component,
  cases: fixturesOf<Options>(component).map(({ name, html, options }) => ({
    name,
    html,
    ours: () => ours(options),
  })),
})
