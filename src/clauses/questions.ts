import { statement } from '../guidance/index.ts'
import { fill } from './blanks.ts'
import type { Question } from './clause.ts'
import type { MadeOf, Part } from './part.ts'
import { clauseOf, isAsMade, ownPart, wordingOf } from './parts.ts'

/** The fewest and the most questions that are asked before signing, where the policy has as many. */
export const fewestAsked = 3
export const mostAsked = 5

/** A question about one part of a policy, with the policy's own names and numbers in it. */
export interface Asked {
  /** The part that it is about, by its id. No part is asked about twice. */
  readonly part: string
  /** What the part is called, so that whoever is unsure can go back and read it. */
  readonly heading: string
  readonly question: Question
}

/** The question that a part asks. None where somebody changed the part: an answer made for other words may be wrong. */
function questionOf(part: Part): Question | undefined {
  if (!isAsMade(part)) return undefined
  const wording = wordingOf(part)
  return wording ? wording.question : clauseOf(part)?.question
}

const filledIn = ({ asks, matters, answers }: Question, blanks: MadeOf['blanks']): Question => {
  const [first, second, ...others] = answers.map(({ text, right, why }) => ({
    text: fill(text, blanks),
    right,
    why: fill(why, blanks),
  }))
  // There are at least two answers, and as many as there were.
  return {
    asks: fill(asks, blanks),
    matters,
    answers: [first, second, ...others] as unknown as Question['answers'],
  }
}

/** Every question that a policy can ask, in the order of its parts. */
export const everyQuestion = ({ parts, blanks }: MadeOf): readonly Asked[] =>
  parts.flatMap(part => {
    const question = questionOf(part)
    return question
      ? [{ part: part.id, heading: fill(part.heading, blanks), question: filledIn(question, blanks) }]
      : []
  })

/** A number that looks drawn by lot and is always the same for the same text (FNV-1a). */
function lot(text: string): number {
  let drawn = 0x811c9dc5
  for (let at = 0; at < text.length; at++) drawn = Math.imul(drawn ^ text.charCodeAt(at), 0x01000193)
  return drawn >>> 0
}

const sameWords = (one: Part, other: Part | undefined): boolean =>
  other !== undefined && one.heading === other.heading && one.text === other.text

/** Stands for a part that is not there: it says nothing and is like no other. */
const none = ownPart('', '', '')

export interface Choosing {
  /** Whose questions they are: the same seed has the same questions, another one others of the same weight. */
  readonly seed?: string
  /** What the version was made of that the person signed last: what has changed since is asked about first. */
  readonly since?: MadeOf | undefined
  readonly most?: number
}

/** What a part is about, so that the questions do not all ask about the same. */
const channelOf = (asked: Asked, { parts }: MadeOf): string => {
  const [first] = clauseOf(parts.find(({ id }) => id === asked.part) ?? none)?.carries ?? []
  return first ? statement(first).channel : ''
}

/**
 * The short set of questions to ask before signing: what changed since the person last signed, then the rules that
 * matter most, about as many different things as can be; `most` of them at most (5). Fewer where the policy has fewer
 * questions, and none for a policy that is not made from clauses. They stand in the order of the policy.
 */
export function questionsFor(
  madeOf: MadeOf,
  { seed = '', since, most = mostAsked }: Choosing = {},
): readonly Asked[] {
  const partOf = (of: MadeOf, id: string): Part | undefined => of.parts.find(one => one.id === id)
  const isNew = ({ part }: Asked): boolean =>
    since !== undefined && !sameWords(partOf(madeOf, part) ?? none, partOf(since, part))
  const all = everyQuestion(madeOf)
  const left = all.map(asked => ({
    asked,
    // What is new comes before all else; then by how much it matters.
    rank: isNew(asked) ? 0 : asked.question.matters,
    channel: channelOf(asked, madeOf),
    drawn: lot(`${seed} ${asked.part}`),
  }))
  const chosen: typeof left = []
  while (chosen.length < most && left.length > 0) {
    const times = (channel: string) => chosen.filter(one => one.channel === channel).length
    left.sort(
      (one, other) =>
        one.rank - other.rank || times(one.channel) - times(other.channel) || one.drawn - other.drawn,
    )
    chosen.push(...left.splice(0, 1))
  }
  return all.filter(asked => chosen.some(one => one.asked === asked))
}
