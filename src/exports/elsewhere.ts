import { type ConversationId, conversationsOf, conversationsThatSay } from '../messages/index.ts'
import { parentsEver } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'

interface Named<Id> {
  readonly id: Id
  readonly name: string
}

/** What concerns somebody of a family and is in no export of everything about them: it is of others too. Each is got by itself. */
export interface Elsewhere {
  /** A child’s parents and carers, those of before too: calls with them are in an export of everything about those. */
  readonly parents: readonly Named<PersonId>[]
  /** Conversations with one of those, in which they are not and were not themselves. */
  readonly withFamily: readonly Named<ConversationId>[]
  /** Conversations of others, in which their whole name is written. */
  readonly naming: readonly Named<ConversationId>[]
}

/** Looks for it, for somebody who may ask for everything about them. */
export async function elsewhereOf(reader: Reader, about: Named<string>): Promise<Elsewhere> {
  const id = about.id as PersonId
  const [parents, own, saying] = await Promise.all([
    parentsEver(reader, id),
    conversationsOf(reader, { with: id }),
    conversationsThatSay(reader, about.name),
  ])
  const found = new Set(own.map(one => one.id))
  const others = (some: readonly { id: ConversationId; subject: string }[]) =>
    some.flatMap(one => {
      if (found.has(one.id)) return []
      found.add(one.id)
      return [{ id: one.id, name: one.subject }]
    })
  const theirs = await Promise.all(parents.map(parent => conversationsOf(reader, { with: parent.id })))
  const withFamily = others(theirs.flat())
  return { parents, withFamily, naming: others(saying) }
}

/** The same in sentences, for whoever has the export. Of conversations of others nothing is said but how many they are. */
export const elsewhereWords = ({ parents, withFamily, naming }: Elsewhere): readonly string[] => [
  ...withFamily.map(
    ({ id }) =>
      `A conversation with their family, in which they are not (${id}): it is exported by itself, by whoever may.`,
  ),
  ...parents.map(
    ({ name }) =>
      `Telephone calls with ${name}: they are in an export of everything about ${name}, which is asked for by itself.`,
  ),
  ...(naming.length === 0
    ? []
    : [
        naming.length === 1
          ? 'One conversation of others in which their whole name is written: it is exported by itself, by whoever may.'
          : `${naming.length} conversations of others in which their whole name is written: each is exported by itself, by whoever may.`,
      ]),
]
