import { inFull } from '../kit/clock.ts'
import { type Elsewhere, elsewhereWords } from './elsewhere.ts'
import { conversationOf, type Included, numberOf } from './gather.ts'
import { Names, replaced, wordsKept } from './replace.ts'
import { type Capacity, type Choice, type Kind, type StandIn, standIns, usually } from './rules.ts'
import { masksOf, shownOf } from './shown.ts'
import type { Choices, NamedPerson } from './tables.ts'

/** Why what an entry commits to is not given with it. */
export type Withheld = 'names' | 'details' | 'others' | 'erased' | 'sealed'

/** One entry in an export’s file: what its leaf says, and what it commits to where that can be given. */
export interface BodyEntry {
  readonly leaf: Included['leaf']
  readonly index: number
  readonly content?: unknown
  readonly salt?: string
  readonly withheld?: Withheld
  /** As a person reads it. */
  readonly told: {
    readonly what: string
    readonly who: string
    readonly parts: readonly { readonly words: string; readonly value: string }[]
  }
}

export interface BodyPerson {
  readonly name: string
  readonly replaced: boolean
  readonly as: readonly Capacity[]
  /** Not for those who are replaced: an id leads to the same person elsewhere. */
  readonly id?: string
}

export interface BodyConversation {
  readonly id: string
  readonly about: string
  readonly messages: number
  /** The number of its last message, 0 where none has one; and how many are from before messages were numbered. */
  readonly last: number
  readonly unnumbered: number
}

/** All that an export says. Its hash is in the entry that says that it was made. */
export interface Body {
  readonly export: string
  readonly kind: Kind | 'concerns'
  readonly about: { readonly id: string; readonly name: string }
  /** For whom, where it is of concerns. */
  readonly for?: string
  readonly organisation: string
  readonly asked: { readonly by: string; readonly at: string; readonly reason: string }
  /** The log as far as it was looked through: its size and root then, and from which position. */
  readonly covers: {
    readonly from: number
    readonly size: number
    readonly root: string
    readonly at: string
  }
  readonly people: readonly BodyPerson[]
  readonly conversations: readonly BodyConversation[]
  readonly entries: readonly BodyEntry[]
  readonly leftOut: readonly string[]
}

export interface Making
  extends Pick<Body, 'export' | 'kind' | 'about' | 'organisation' | 'asked' | 'covers'> {
  readonly entries: readonly Included[]
  readonly everybody: readonly Pick<NamedPerson, 'id' | 'name' | 'kind'>[]
  readonly named: readonly NamedPerson[]
  readonly choices: Choices
  readonly designated: boolean
  /** What concerns a child and is not in it. */
  readonly elsewhere?: Elsewhere
}

/** What becomes of somebody’s name. */
export const choiceFor = ({ id, kind, own }: NamedPerson, choices: Choices): Choice =>
  choices.people[id] ?? usually(kind, own)

const standInsOf = ({ named, choices }: Making): ReadonlyMap<string, string> =>
  standInsFor(named.map(one => ({ id: one.id, choice: choiceFor(one, choices) })))

/** What stands for each who is replaced: numbered where several are replaced by the same words. */
export function standInsFor(
  chosen: readonly { readonly id: string; readonly choice: Choice }[],
): ReadonlyMap<string, string> {
  const gone = chosen.flatMap(({ id, choice }) => (choice === 'keep' ? [] : [{ id, choice }]))
  const many = (choice: StandIn) => gone.filter(one => one.choice === choice).length > 1
  const so: Record<string, number> = {}
  return new Map(
    gone.map(({ id, choice }) => {
      so[choice] = (so[choice] ?? 0) + 1
      return [id, many(choice) ? `${standIns[choice]} ${so[choice]}` : standIns[choice]]
    }),
  )
}

const other = 'other-'

/** Makes all that an export says, with every name that is to be replaced replaced in it. The same is made of the same. */
export function bodyOf(making: Making): Body {
  const instead = standInsOf(making)
  const names = new Map(making.everybody.map(({ id, name }) => [id, name]))
  const kept = making.everybody.filter(
    ({ id }) => !instead.has(id) && (id === making.about.id || making.named.some(one => one.id === id)),
  )
  const others = making.choices.others.map((name, at) => ({ id: `${other}${at}`, name }))
  const replacing = new Names(
    [...making.everybody.filter(({ id }) => instead.has(id)), ...others],
    wordsKept(kept),
  )
  const standIn = (id: string) => instead.get(id) ?? standIns['another-person']
  const without = (text: string) => replaced(text, { names: replacing, standIn })
  const nameOf = (id: string) => instead.get(id) ?? names.get(id) ?? 'Somebody no longer known'
  const masks = masksOf(making.entries)
  const people = new Set(names.keys())
  return {
    export: making.export,
    kind: making.kind,
    about: { id: making.about.id, name: without(making.about.name).text },
    organisation: making.organisation,
    asked: {
      by: without(making.asked.by).text,
      at: making.asked.at,
      reason: without(making.asked.reason).text,
    },
    covers: making.covers,
    people: making.named.map(one => personOf(one, instead)),
    conversations: conversationsIn(making.entries).map(one => ({ ...one, about: without(one.about).text })),
    entries: making.entries.map(one => entryOf(one, { masks, people, nameOf, without })),
    leftOut: leftOut(making).map(one => without(one).text),
  }
}

const personOf = ({ id, name, as }: NamedPerson, instead: ReadonlyMap<string, string>): BodyPerson => {
  const stands = instead.get(id)
  return stands === undefined ? { id, name, as, replaced: false } : { name: stands, as, replaced: true }
}

interface Telling {
  readonly masks: ReturnType<typeof masksOf>
  readonly people: ReadonlySet<string>
  readonly nameOf: (id: string) => string
  readonly without: (text: string) => { readonly text: string; readonly changed: boolean }
}

function entryOf(one: Included, { masks, people, nameOf, without }: Telling): BodyEntry {
  const { leaf, position, told, content, salt } = one
  const { parts, masked } = shownOf(one, { masks, people })
  let changed = false
  const shown = parts.map(({ words, value, person, coded }) => {
    if (person) return { words, value: nameOf(value) }
    if (coded) return { words, value: value.replaceAll('-', ' ') }
    const now = without(value)
    changed ||= now.changed
    return { words, value: leaf.event === 'message.sent' ? now.text : asWords(now.text) }
  })
  // What is not shown may hold a name too: the words of a version, a platform.
  changed ||= content !== undefined && without(JSON.stringify(content)).changed
  const withheld: Withheld | undefined =
    content === undefined
      ? 'erased'
      : told.stays
        ? 'others'
        : masked
          ? 'details'
          : changed
            ? 'names'
            : undefined
  return {
    leaf,
    index: position,
    told: { what: told.words, who: leaf.who === 'system' ? 'Lanyard' : nameOf(leaf.who), parts: shown },
    ...(withheld ? { withheld } : { content, salt: Buffer.from(salt ?? []).toString('base64') }),
  }
}

/** A time as people read it; everything else as it was written. */
const asWords = (value: string): string =>
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? inFull(new Date(value)) : value

/** The conversations of an export, with how many messages each has and the number of the last. */
export function conversationsIn(entries: readonly Included[]): readonly BodyConversation[] {
  const found = new Map<string, { about: string; messages: number; last: number; unnumbered: number }>()
  for (const { leaf, content } of entries) {
    const id = conversationOf(leaf)
    if (id === undefined) continue
    const one = found.get(id) ?? { about: '(erased)', messages: 0, last: 0, unnumbered: 0 }
    found.set(id, one)
    if (leaf.event === 'conversation.opened') one.about = String(content?.subject ?? '(erased)')
    if (leaf.event !== 'message.sent') continue
    const number = numberOf(leaf)
    one.messages++
    if (number === undefined) one.unnumbered++
    else one.last = Math.max(one.last, number)
  }
  return [...found].map(([id, one]) => ({ id, ...one }))
}

/** What is not in it, and by which rule. */
const leftOut = ({ kind, designated, covers, elsewhere }: Making): readonly string[] => [
  `What happened after entry ${covers.size} of the log, at the time it was asked for.`,
  ...(designated
    ? []
    : ['Worries, what reviews found, approaches and personal links: those are for designated persons.']),
  ...(kind === 'parent'
    ? [
        'What was written among the staff about a message or a call, and what somebody else wrote in confidence.',
      ]
    : []),
  ...(kind === 'conversation'
    ? ['Telephone calls, agreements and notices: those are in an export of everything about a person.']
    : ['Conversations that they are not in, also where they are about them.']),
  ...(elsewhere ? elsewhereWords(elsewhere) : []),
  'Telephone numbers and addresses of families, but where somebody wrote them in words that are shown.',
  'What waits to be decided, and has no entry.',
]
