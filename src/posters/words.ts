import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { goesAbove, note, notesBeside, type StatementId, statement } from '../guidance/index.ts'
import { inDays } from '../kit/clock.ts'
import type { OrganisationFacts } from '../people/index.ts'
import type { VersionInForce } from '../policies/index.ts'
import { type Content, type Group, groupKinds } from './content/content.ts'
import type { PosterId } from './rules.ts'

/** A group as it stands on the poster: points, or people and places to tell. */
export type WordsGroup =
  | {
      readonly kind: keyof typeof groupKinds
      readonly label: string | null
      readonly points: readonly string[]
    }
  | {
      readonly kind: 'tell'
      readonly label: string | null
      readonly columns: number
      readonly contacts: readonly { readonly who: string; readonly lines: readonly string[] }[]
    }

/** Everything that stands on a poster but its place and its code: what a printing is bound to. */
export interface PosterWords {
  readonly poster: PosterId
  readonly organisation: string
  readonly colour: string
  /** The hash of the logo that is printed. */
  readonly logo: string | null
  readonly eyebrow: string
  readonly title: string
  readonly emergency: { readonly words: string; readonly number: string; readonly first: boolean }
  readonly groups: readonly WordsGroup[]
  readonly foot: readonly string[]
  /** The version of the acceptable use policy that the poster names. */
  readonly policy: { readonly number: number; readonly since: string } | null
  /** A hash of the statements and notes it rests on: when they change, a poster whose words stayed is out of date too. */
  readonly guidance: string
}

/** What a poster says now: its content as the organisation words it, with whose it is. */
export const wordsOf = (about: {
  readonly poster: PosterId
  readonly content: Content
  readonly facts: OrganisationFacts
  readonly policy: VersionInForce | undefined
}): PosterWords => {
  const { poster, content, facts } = about
  const policy = poster === 'general' ? about.policy : undefined
  return {
    poster,
    organisation: cut(facts.name, 120),
    colour: facts.colour,
    logo: facts.logo?.hash ?? null,
    eyebrow: content.eyebrow,
    title: content.title,
    emergency: {
      words: content.forChildren ? 'If you are in danger now, call' : 'If a child is in danger now, call',
      number: '999',
      first: content.helpFirst ?? false,
    },
    groups: content.groups.map(groupOf),
    foot: [
      ...(policy
        ? [`${cut(policy.title, 60)}, version ${policy.number}, in force from ${inDays(policy.since)}.`]
        : []),
      ...content.foot.map(line => cut(line, 160)),
    ],
    policy: policy ? { number: policy.number, since: policy.since.toISOString() } : null,
    guidance: guidanceHash(content.groups),
  }
}

const groupOf = (group: Group): WordsGroup =>
  group.kind === 'tell'
    ? {
        kind: 'tell',
        label: group.label ?? null,
        columns: group.columns,
        contacts: group.contacts.map(({ who, lines }) => ({
          who: cut(who, 90),
          lines: lines.map(line => cut(line, 90)),
        })),
      }
    : {
        kind: group.kind,
        label: groupKinds[group.kind] ?? null,
        points: group.points.map(({ says }) => cut(says, 240)),
      }

/** A text of at most so many letters, cut between words where it can be: somebody's name is never the end of a poster. */
export function cut(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const head = letters.slice(0, most - 1).join('')
  const space = head.lastIndexOf(' ')
  return `${space > most / 2 ? head.slice(0, space) : head}…`
}

function guidanceHash(groups: readonly Group[]): string {
  const cites = groups.flatMap(group =>
    group.kind === 'tell' ? group.cites : group.points.flatMap(one => one.cites),
  )
  const rests = groups.flatMap(group =>
    group.kind === 'tell' ? (group.notes ?? []) : group.points.flatMap(one => one.notes ?? []),
  )
  const ids: readonly StatementId[] = [...new Set(cites)].toSorted()
  const corrections = ids.flatMap(id =>
    notesBeside(id)
      .filter(goesAbove)
      .map(one => one.id),
  )
  const notes = [...new Set([...rests, ...corrections])].toSorted()
  return hashOf({
    statements: ids.map(id => [id, statement(id).says]),
    notes: notes.map(id => [id, note(id).text]),
  })
}

/** SHA-256 in base64 of plain data as canonical JSON (RFC 8785). */
export const hashOf = (plain: unknown): string =>
  createHash('sha256')
    .update(canonicalize(plain) ?? '')
    .digest('base64')
