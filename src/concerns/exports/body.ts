import {
  type Body,
  type BodyEntry,
  type BodyPerson,
  type Choice,
  hashOf,
  Names,
  replaced,
  standIns,
  standInsFor,
  wordsKept,
} from '../../exports/index.ts'
import {
  type EntryId,
  type Leaf,
  type LoggedEntry,
  type LogKeys,
  parseLeaf,
  proofFile,
} from '../../records/index.ts'
import type { Concern } from '../access.ts'
import { commitmentTo, saidText } from '../said.ts'
import { type Going, type ToldDocument, toldDocument, whereParts } from './documents.ts'
import type { Everybody, Named } from './named.ts'
import { holdsSealed } from './rules.ts'
import type { Gathered, Part, Telling } from './told.ts'

type Entry = Omit<LoggedEntry, 'position'>

/** A leaf without who did it, where their name is replaced: an id would lead to them. Its hash is that of the whole leaf. */
export type HiddenLeaf = Pick<Leaf, 'id' | 'at' | 'event' | 'about'> & { readonly sha256: string }
export type ToldEntry = Omit<BodyEntry, 'index' | 'leaf'> & { readonly leaf: Leaf | HiddenLeaf }

/** One concern in it. */
export interface ToldConcern {
  readonly id: string
  /** How many pieces it has: the report is the first. Each has its number in its leaf, but the oldest, which are counted here. */
  readonly last: number
  readonly unnumbered: number
  /** What was told first, and when: a proof, with its text where no name of it is replaced. */
  readonly report: string
}

/** All that an export of what is told says. Nothing in it says how many other entries or concerns there are. */
export interface ToldBody extends Pick<Body, 'export' | 'about' | 'organisation' | 'asked' | 'leftOut'> {
  readonly kind: 'concerns'
  readonly for: string
  readonly people: readonly BodyPerson[]
  readonly concerns: readonly ToldConcern[]
  readonly entries: readonly ToldEntry[]
  /** In the concerns’ own order. What was made before there were any has no list of them. */
  readonly documents?: readonly ToldDocument[]
}

export interface Making extends Pick<ToldBody, 'export' | 'about' | 'organisation' | 'asked' | 'for'> {
  readonly gathered: Gathered
  readonly entries: readonly Entry[]
  readonly everybody: Everybody
  readonly named: readonly Named[]
  readonly choices: ReadonlyMap<string, Choice>
  readonly going: readonly Going[]
  /** Further words that are to go. */
  readonly others: readonly string[]
  /** The vault’s own key, for the proofs of what was told first. */
  readonly signer: ReturnType<LogKeys['log']>
}

/** How what is said becomes what leaves. */
interface Leaving {
  readonly nameOf: (id: string) => string
  readonly without: (text: string) => { readonly text: string; readonly changed: boolean }
  readonly gone: ReadonlySet<string>
}

/** All that an export of concerns says, with every name that is to be replaced replaced in it. */
export function bodyOf(making: Making): ToldBody {
  const { gathered, entries, named, choices, about, asked } = making
  const instead = standInsFor(named.map(({ id }) => ({ id, choice: choices.get(id) ?? 'another-person' })))
  const leaving = leavingOf(making, instead)
  const documents = making.going.map(one => toldDocument(one, leaving))
  const told = entries.map(one => {
    const at = documents.findIndex(({ entry }) => entry === one.id)
    const document = documents[at]
    const more = document ? whereParts(document, at, making.organisation) : []
    return entryOf(one, gathered.told.get(one.id), { leaving, more })
  })
  return {
    export: making.export,
    kind: 'concerns',
    about,
    for: making.for,
    organisation: making.organisation,
    asked: { ...asked, reason: leaving.without(asked.reason).text },
    people: named.map(({ id, name, inWords, entries: acts, kind }) => {
      const stands = instead.get(id)
      const as = [...(acts > 0 ? (['named'] as const) : []), ...(inWords > 0 ? (['said'] as const) : [])]
      if (stands !== undefined) return { name: stands, as, replaced: true }
      return { name, as, replaced: false, ...(kind === 'typed' ? {} : { id }) }
    }),
    concerns: gathered.concerns.map(one => concernOf(one, told, { leaving, signer: making.signer })),
    entries: told,
    documents,
    leftOut: [
      'Concerns that whoever asked for it does not read, and those that the child is not linked to.',
      'What was written after it was made.',
      'Messages, calls and notices with the family: those are in an export of everything kept about the child.',
      'Documents that it names and says stay, that wait to be checked for viruses, or that were turned away.',
    ],
  }
}

function leavingOf(
  { everybody, named, about, others }: Making,
  instead: ReadonlyMap<string, string>,
): Leaving {
  const all = new Map([...everybody, ...named].map(one => [one.id, one]))
  const stays = named.filter(({ id }) => !instead.has(id))
  const child = { id: about.id, name: about.name }
  const replacing = new Names(
    [
      ...[...all.values()].filter(({ id }) => instead.has(id)),
      ...others.map((name, at) => ({ id: `other ${at}`, name })),
    ],
    wordsKept([...stays, child]),
  )
  return {
    nameOf: id => instead.get(id) ?? all.get(id)?.name ?? 'Somebody no longer known',
    without: text =>
      replaced(text, { names: replacing, standIn: id => instead.get(id) ?? standIns['another-person'] }),
    gone: new Set(instead.keys()),
  }
}

const uuids = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g

function entryOf(
  one: Entry,
  telling: Telling | undefined,
  about: { readonly leaving: Leaving; readonly more: readonly Omit<Part, 'person'>[] },
): ToldEntry {
  const { nameOf, without, gone } = about.leaving
  const leaf = parseLeaf(one.leaf)
  const content = one.content ?? undefined
  const ids = [leaf.who, ...(content?.match(uuids) ?? [])]
  const names = ids.some(id => gone.has(id))
  const withheld =
    content === undefined
      ? 'erased'
      : holdsSealed(leaf.event)
        ? 'sealed'
        : telling === undefined
          ? 'others'
          : names
            ? 'names'
            : undefined
  return {
    leaf: leafOf(leaf, hashOf(one.leaf), gone),
    told: {
      what: telling?.what ?? leaf.event.replace('.', ': ').replaceAll('-', ' '),
      who: leaf.who !== 'system' ? nameOf(leaf.who) : telling?.by ? nameOf(telling.by) : unnamed(leaf.event),
      parts: [
        ...(telling?.parts ?? []).map(({ words, value, person }) => ({
          words,
          value: person ? nameOf(value) : without(value).text,
        })),
        ...about.more,
      ],
    },
    ...(withheld || content === undefined
      ? { withheld: withheld ?? 'erased' }
      : { content: JSON.parse(content), salt: Buffer.from(one.salt ?? []).toString('base64') }),
  }
}

/** What was told without an account is Lanyard’s entry, and somebody’s words. */
const unnamed = (event: string): string => (byCode.has(event) ? 'Whoever told of it' : 'Lanyard')
const byCode: ReadonlySet<string> = new Set([
  'concern.reported',
  'concern.added-to',
  'concern.document-handed-in',
  'concern.document-waits',
])

/** A leaf as it is, or without anybody whose name is replaced. */
function leafOf(leaf: Leaf, sha256: string, gone: ReadonlySet<string>): Leaf | HiddenLeaf {
  const about = leaf.about.filter(({ id }) => !gone.has(id))
  const { id, at, event } = leaf
  return gone.has(leaf.who) || about.length < leaf.about.length ? { id, at, event, about, sha256 } : leaf
}

/** How many pieces a concern has, and the proof of what was told first: with its text, where no name of it goes. */
function concernOf(
  { row, said, pieces }: Concern,
  entries: readonly ToldEntry[],
  { leaving, signer }: { readonly leaving: Leaving; readonly signer: Making['signer'] },
): ToldConcern {
  const text = saidText(said)
  const whole =
    Buffer.from(commitmentTo(text)).equals(row.commitment) &&
    !leaving.without(Object.values(said).map(String).join('\n')).changed &&
    !leaving.without(JSON.stringify(said.paper ?? {})).changed &&
    !(row.reported_by && leaving.gone.has(row.reported_by))
  const of = new Map(entries.map(one => [one.leaf.id as EntryId, one]))
  const unnumbered = pieces.filter(({ entry_id }) => {
    const about = of.get(entry_id)?.leaf.about ?? []
    return !about.some(({ kind }) => kind === 'piece-number')
  }).length
  const stated = { commitment: row.commitment, at: row.reported_at }
  return {
    id: row.id,
    last: 1 + pieces.length,
    unnumbered,
    report: proofFile(signer, stated, whole ? text : undefined),
  }
}
