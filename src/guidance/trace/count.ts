import { type Statement, statements } from '../catalogue.ts'
import { type Section, sections } from '../sections.ts'
import { type Capability, capabilities, trace } from './trace.ts'

export interface Count {
  readonly statements: number
  readonly carriedOut: number
  readonly planned: number
  /** Of the planned: those of which a part is done. */
  readonly begun: number
}
export interface SectionCount extends Count {
  readonly section: Section
}

function count(some: readonly Statement[]): Count {
  const traced = some.map(({ id }) => trace[id])
  return {
    statements: some.length,
    carriedOut: traced.filter(one => 'by' in one).length,
    planned: traced.filter(one => 'planned' in one).length,
    begun: traced.filter(one => 'planned' in one && one.begun.length > 0).length,
  }
}

// Object.keys forgets the names of a table that has exactly these.
const sectionNames = Object.keys(sections) as Section[]
const capabilityNames = Object.keys(capabilities) as Capability[]

/** How many statements of each section are carried out and how many only planned; and of all together. */
export const countBySection = (): { readonly sections: readonly SectionCount[]; readonly all: Count } => ({
  sections: sectionNames.map(section => ({
    section,
    ...count(statements.filter(one => one.section === section)),
  })),
  all: count(statements),
})

/** What the planned statements wait for, and how many wait for each. */
export const countCapabilities = (): readonly {
  readonly capability: Capability
  readonly waiting: number
}[] =>
  capabilityNames.map(capability => ({
    capability,
    waiting: statements.filter(({ id }) => {
      const traced = trace[id]
      return 'planned' in traced && traced.planned === capability
    }).length,
  }))
