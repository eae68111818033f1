import { inDays, inFull } from '../../kit/clock.ts'
import type { EntryId, PersonActor, PersonId, Writer } from '../../records/index.ts'
import { abouts, outsideBodies, packText, whats } from '../../routing/index.ts'
import { type Concern, concernToRead, type Written } from '../access.ts'
import { place, readBody, sideOf, sides } from '../casework/body/places.ts'
import { type Case, caseOf } from '../casework/case-of.ts'
import { isReason, linkWords, reasons, stepWords } from '../casework/rules.ts'
import { pieceWords } from '../casework/shown-words.ts'
import { kinds, sizeOf } from '../documents/rules.ts'
import type { Shown } from '../documents/shown.ts'
import { readHanded } from '../packs/known.ts'
import { noteSeen } from '../seen.ts'
import type { ConcernId } from '../tables.ts'

/** A part of what an entry says: words that somebody wrote or that stand for it; or a person, by their id. */
export interface Part {
  readonly words: string
  readonly value: string
  readonly person?: true
}

/** What one entry about a concern says, as a person reads it. */
export interface Telling {
  readonly what: string
  /** Whose doing it was, where Lanyard kept it for them. */
  readonly by?: PersonId
  readonly parts: readonly Part[]
}

/** Everything that is told in some concerns, by the entry that holds it. */
export interface Gathered {
  readonly concerns: readonly Concern[]
  readonly told: ReadonlyMap<EntryId, Telling>
  /** Whoever did something in them: once for each thing. */
  readonly actors: readonly PersonId[]
  /** Whoever a concern is about, as far as they are known. */
  readonly subjects: readonly PersonId[]
  /** What was written in a form where a name is asked for. */
  readonly typed: readonly string[]
}

/** Opens these concerns with the acting person's key. `locked`: they are to unlock it first; undefined: one is not theirs to read. */
export async function gather(
  writer: Writer<PersonActor>,
  ids: readonly ConcernId[],
): Promise<Gathered | 'locked' | undefined> {
  const concerns: Concern[] = []
  const told = new Map<EntryId, Telling>()
  const actors: PersonId[] = []
  const subjects = new Set<PersonId>()
  for (const id of ids) {
    const concern = await concernToRead(writer, id)
    if (concern === 'locked' || concern === undefined) return concern
    const of = await caseOf(writer, concern)
    concerns.push(concern)
    for (const one of [...concern.row.subjects, ...of.subjects.map(({ person_id }) => person_id)])
      subjects.add(one)
    actors.push(...actorsOf(concern, of))
    for (const [entry, telling] of tellingsOf(concern, of)) told.set(entry, telling)
  }
  await noteSeen(writer, ids, 'gone-through')
  const typed = concerns.flatMap(({ said }) =>
    [said.who, said.adult, said.name, said.paper?.by].flatMap(text => (text ? [text] : [])),
  )
  return { concerns, told, actors, subjects: [...subjects], typed }
}

const actorsOf = ({ row, pieces }: Concern, { steps, actions, links, subjects, readers }: Case): PersonId[] =>
  [
    row.reported_by,
    ...pieces.map(one => one.written_by),
    // That an export was gone through is no reason to go through its names again.
    ...steps.flatMap(one => (one.step === 'gone-through' ? [] : one.taken_by)),
    ...actions.map(one => one.set_by),
    ...links.map(one => one.linked_by),
    ...subjects.map(one => one.named_by),
    ...readers.map(one => one.let_in_by),
  ].filter(id => id !== null)

const stillWaits =
  'Not in this export: it still waited to be checked for viruses when this was made, and nobody can open it before'

const words = (label: string, value: string | null | undefined): readonly Part[] =>
  value ? [{ words: label, value }] : []
const somebody = (label: string, value: PersonId | null): readonly Part[] =>
  value ? [{ words: label, value, person: true }] : []

function tellingsOf(concern: Concern, of: Case): readonly (readonly [EntryId, Telling])[] {
  const { row, pieces, documents } = concern
  return [
    [row.entry_id, { what: 'Told of a concern', parts: reportParts(concern) }],
    ...pieces.map(piece => [piece.entry_id, pieceTelling(piece)] as const),
    ...documents.map(one => [one.row.entry_id, documentTelling(one)] as const),
    ...of.steps.map(step => [step.entry_id, stepTelling(step, of)] as const),
    ...of.actions.map(
      ({ entry_id, owner_id, due_at }) =>
        [
          entry_id,
          {
            what: 'Gave somebody something to do',
            parts: [...somebody('Who', owner_id), ...words('By', inDays(due_at))],
          },
        ] as const,
    ),
    ...of.links.map(
      ({ entry_id, person_id, part }) =>
        [
          entry_id,
          {
            what: 'Linked somebody',
            parts: [...somebody('Who', person_id), ...words('As', linkWords[part])],
          },
        ] as const,
    ),
    ...of.subjects.map(
      ({ entry_id, person_id, why }) =>
        [
          entry_id,
          {
            what: why === 'named' ? 'Said whom it is about' : 'Kept somebody out who stands too near',
            parts: somebody('Who', person_id),
          },
        ] as const,
    ),
    ...of.readers.map(
      ({ entry_id, person_id }) =>
        [entry_id, { what: 'Somebody came to read it', parts: somebody('Who', person_id) }] as const,
    ),
  ]
}

/** The words themselves first: a check compares them with what was told. */
function reportParts({ row, said }: Concern): readonly Part[] {
  return [
    ...words('What was said', said.words),
    ...words('The message that it is about', said.message),
    ...words('To do with', row.what.map(one => whats[one]).join('; ')),
    ...words('Whose doing', row.about.map(one => abouts[one]).join('; ')),
    ...words('Child', said.who),
    ...words('Adult', said.adult),
    ...words('When and where', said.when),
    ...words('Online', said.web),
    ...words('Device', said.device),
    ...somebody('Told by', row.reported_by),
    ...words('Name given', said.name),
    ...words('To reach them', said.reach),
    ...words(
      'From paper',
      said.paper &&
        `at ${said.paper.at}, by ${said.paper.by ?? 'nobody named'}, copied by ${said.paper.copiedBy}`,
    ),
  ]
}

function pieceTelling({ kind, number, corrects, words: text }: Written): Telling {
  const what = `${number}. ${pieceWords[kind]}${corrects === null ? '' : ` of number ${corrects}`}`
  return { what, parts: words('Words', wordsOf(kind, text)) }
}

function wordsOf(kind: Written['kind'], text: string): string {
  if (kind === 'body') {
    const body = readBody(text)
    return body ? `${place(body.id).says} (${sides[sideOf(body.id)].toLowerCase()}): ${body.words}` : text
  }
  if (kind !== 'pack') return text
  const { body, known } = readHanded(text)
  const pack = packText(body, known)
  return typeof pack === 'string' ? pack : ''
}

/** What was said of a document by whoever handed it in, and when that was: its name may hold somebody’s. */
const documentParts = ({ row, about }: Shown): readonly Part[] => [
  { words: 'Name', value: about.name },
  { words: 'What it is', value: `${kinds[about.kind].says}, ${about.size} bytes (${sizeOf(about.size)})` },
  ...(about.note ? [{ words: 'Said of it', value: about.note }] : []),
  row.handed_in_by === null
    ? { words: 'Handed in by', value: 'Whoever told of it' }
    : { words: 'Handed in by', value: row.handed_in_by, person: true },
  { words: 'Handed in', value: inFull(row.handed_in_at) },
  {
    words: 'Viruses',
    value: row.checked === 'clean' ? 'None was found' : 'Not checked. Open it only where files are checked',
  },
]

const documentTelling = (document: Shown): Telling => ({
  what: 'Handed in a document',
  ...(document.row.handed_in_by ? { by: document.row.handed_in_by } : {}),
  parts: documentParts(document),
})

function stepTelling(
  { step, body, reason, happened_at, thing_id }: Case['steps'][number],
  { waiting }: Case,
): Telling {
  const what = stepWords[step]
  return {
    what: `${what.charAt(0).toUpperCase()}${what.slice(1)}`,
    parts: [
      ...words('Whom', body && outsideBodies[body].name),
      ...words('Why', isReason(reason) ? reasons[reason] : undefined),
      ...words('When', happened_at && inFull(happened_at)),
      ...words('The document itself', waiting.some(({ id }) => id === thing_id) ? stillWaits : undefined),
    ],
  }
}
