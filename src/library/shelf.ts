import {
  type Kind,
  type Section,
  type Statement,
  type StatementId,
  sections,
  statement,
  statements,
} from '../guidance/index.ts'
import { routes } from './routes.ts'
import { isWay, ways } from './rules.ts'

/** A page on which statements are read together. */
export interface Place {
  readonly href: string
  readonly text: string
}

const about: Place = { href: routes.about.to(), text: 'About the document' }
const general: Place = { href: routes.general.to(), text: 'What to do and what not to do' }
const reporting: Place = { href: routes.reporting.to(), text: 'If you are worried' }

/** On which page each section of the document stands; the six ways have a page each. */
const places: Partial<Record<Section, Place>> = {
  'front-matter': about,
  'covering-policy': about,
  contents: about,
  introduction: about,
  background: about,
  meaning: { href: routes.words.to(), text: 'What the words mean' },
  law: { href: routes.law.to(), text: 'The law, then and now' },
  cases: { href: routes.cases.to(), text: 'Three cases' },
  general,
  'general-appropriate': general,
  'general-inappropriate': general,
  'summary-appropriate': general,
  'summary-inappropriate': general,
  worries: reporting,
  reporting,
  sources: { href: routes.sources.to(), text: 'Where to find out more' },
}

/** The page on which a statement is read among its neighbours. */
export function placeOf({ section }: Statement): Place {
  if (isWay(section)) return { href: routes.way.to({ way: section }), text: ways[section].title }
  return places[section] ?? about
}

export const inSections = (...names: readonly Section[]): readonly Statement[] =>
  statements.filter(({ section }) => names.includes(section))

export const ofKind = (some: readonly Statement[], ...wanted: readonly Kind[]): readonly Statement[] =>
  some.filter(({ kind }) => wanted.includes(kind))

export const these = (...ids: readonly StatementId[]): readonly Statement[] => ids.map(statement)

export const isSection = (text: string): text is Section => Object.hasOwn(sections, text)
// Object.keys forgets the names of a table that has exactly these.
export const sectionNames = Object.keys(sections) as readonly Section[]
