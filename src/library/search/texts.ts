import { type Note, notes, type Statement, sections, statements, topics } from '../../guidance/index.ts'
import type { Findable } from '../../kit/search/index.ts'
import { lessons } from '../lessons.ts'
import { routes } from '../routes.ts'
import { kinds, ways } from '../rules.ts'

/** What a search leads to. */
export type Found =
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'page'; readonly href: string; readonly title: string; readonly text: string }

type Entry = Findable & { readonly found: Found }

/** What says what to do comes before what only says what the document is; the summary after what it says again. */
const kindWeights: Partial<Record<Statement['kind'], number>> = {
  dont: 1.3,
  inappropriate: 1.3,
  meta: 0.6,
  case: 0.9,
}
const weightOf = ({ kind, section }: Statement) =>
  (kindWeights[kind] ?? 1) * (section.startsWith('summary-') ? 0.8 : 1) * (section === 'contents' ? 0.5 : 1)

const ofStatements = statements.map(
  (one): Entry => ({
    key: `statement:${one.id}`,
    title: `${sections[one.section]} ${kinds[one.kind].head}`,
    body: `${one.says} ${one.id}`,
    weight: weightOf(one),
    found: { kind: 'statement', statement: one },
  }),
)

const ofNotes = notes.map(
  (note): Entry => ({
    key: `note:${note.id}`,
    title: note.title,
    body: `${note.text} ${note.notVerified ?? ''} ${topics[note.topic]}`,
    found: { kind: 'note', note },
  }),
)

const page = (href: string, title: string, text: string): Entry => ({
  key: `page:${href}`,
  title,
  body: text,
  found: { kind: 'page', href, title, text },
})

const pages: readonly Entry[] = [
  ...Object.entries(ways).map(([way, { title, about }]) => page(routes.way.to({ way }), title, `${about}.`)),
  ...lessons.map(({ number, title, inShort }) => page(routes.lesson.to({ case: number }), title, inShort)),
  page(routes.general.to(), 'What to do and what not to do', 'The general rules, appropriate and not.'),
  page(routes.law.to(), 'The law, then and now', 'Offences, penalties, courts and prison.'),
  page(
    routes.reporting.to(),
    'If you are worried',
    'Report a concern, tell the designated person, CEOP, police.',
  ),
  page(
    routes.sources.to(),
    'Where to find out more',
    'Addresses, helplines and numbers, and which still hold.',
  ),
  page(routes.words.to(), 'What the words mean', 'Definitions of social media, LADO, DPIA and others.'),
  page(routes.about.to(), 'About the document', 'Publisher, dates, review, purpose, policies expected.'),
]

/** Everything of the guidance that can be found. */
export const texts: readonly Entry[] = [...ofStatements, ...ofNotes, ...pages]
