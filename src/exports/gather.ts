import type { Db } from '../kit/db/index.ts'
import { type AgencyId, entriesThrough, type Leaf, type LoggedEntry, parseLeaf } from '../records/index.ts'
import { events, followed, type Told } from './events-rules.ts'

/** An entry that belongs into an export, and how it is told there. */
export interface Included {
  readonly position: number
  readonly leaf: Leaf
  readonly told: Told
  /** What it commits to, with its salt; undefined once that is erased. */
  readonly content: Readonly<Record<string, unknown>> | undefined
  readonly salt: Uint8Array | undefined
  /** A part of the content as the staff read it, where a family’s personal details in it are masked. */
  readonly masked?: { readonly field: string; readonly text: string }
}

export interface Wanted {
  readonly agencyId: AgencyId
  /** The conversation or the person that it is all about. */
  readonly subject: string
  /** From this position up to, not including, the size of the log. */
  readonly from: number
  readonly to: number
  /** Whoever asks is given what is for designated persons alone. */
  readonly designated: boolean
  /** And what was said among the staff, or by others in confidence. */
  readonly inside: boolean
}

type Given = Pick<Wanted, 'designated' | 'inside'>

/** An entry with the ids that it names, found once. */
interface Met {
  readonly entry: LoggedEntry
  readonly event: string
  readonly about: readonly { readonly kind: string; readonly id: string }[]
  readonly inContent: readonly string[]
}

const named = /"id":"([^"]+)","kind":"([a-z-]+)"/g
const uuids = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g

function meet(entry: LoggedEntry): Met {
  const event = /"event":"([^"]+)"/.exec(entry.leaf)?.[1] ?? ''
  const about = [...entry.leaf.matchAll(named)].map(([, id = '', kind = '']) => ({ kind, id }))
  const inContent = events[event]?.inContent ? (entry.content?.match(uuids) ?? []) : []
  return { entry, event, about, inContent }
}

/**
 * Every entry about the subject, in the order of the log, and every entry about what such an entry is about: read from the
 * log itself, leaf by leaf, so that none is left out because some table does not lead to it. Entries of one change stand close
 * together in the log but in no certain order, so two stretches are looked at together.
 */
export async function gather(db: Db, wanted: Wanted): Promise<readonly Included[]> {
  const known = new Set([wanted.subject])
  const found = new Map<number, Included>()
  let before: readonly Met[] = []
  for await (const stretch of entriesThrough(db, wanted.agencyId, wanted)) {
    const now = stretch.map(meet)
    const both = [...before, ...now]
    while (takeFrom(both, { known, found, given: wanted })) {}
    before = now
  }
  return [...found.values()].sort((one, other) => one.position - other.position)
}

/** Takes what is about something known; says whether more has become known by it. */
function takeFrom(
  met: readonly Met[],
  into: { known: Set<string>; found: Map<number, Included>; readonly given: Given },
): boolean {
  const { known, found, given } = into
  const size = known.size
  for (const { entry, event, about, inContent } of met) {
    if (found.has(entry.position)) continue
    const told = toldOf(event, given)
    if (!told || !(about.some(({ id }) => known.has(id)) || inContent.some(id => known.has(id)))) continue
    for (const { kind, id } of about) if (followed.has(kind)) known.add(id)
    found.set(entry.position, included(entry, told))
  }
  return known.size > size
}

/** Something that is not in the table is only listed, and only for designated persons: nobody has said what of it may leave. */
function toldOf(event: string, { designated, inside }: Given): Told | undefined {
  const told = Object.hasOwn(events, event) ? events[event] : undefined
  if ((told?.designated && !designated) || (told?.inside && !inside)) return undefined
  return (
    told ?? (designated ? { words: event.replace('.', ': ').replaceAll('-', ' '), stays: true } : undefined)
  )
}

const included = ({ position, leaf, salt, content }: LoggedEntry, told: Told): Included => ({
  position,
  leaf: parseLeaf(leaf),
  told,
  content: content === null ? undefined : JSON.parse(content),
  salt: salt ?? undefined,
})

/** The number of a message in its conversation, as its leaf says it. Undefined for one from before there were numbers. */
export const numberOf = ({ about }: Leaf): number | undefined => {
  const found = about.find(({ kind }) => kind === 'message-number')
  return found && Number(found.id)
}

/** The conversation that an entry is about, by its leaf. */
export const conversationOf = ({ about }: Leaf): string | undefined =>
  about.find(({ kind }) => kind === 'conversation')?.id
