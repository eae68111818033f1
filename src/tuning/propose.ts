import { foldedPhrase } from '../screening/index.ts'
import { nameOf } from './names.ts'
import {
  type Comes,
  comesByDefault,
  isKind,
  type KindId,
  kindAt,
  longestName,
  longestPhrase,
  mostPhrases,
  rungOf,
  type WrittenBy,
  within,
  writers,
} from './rules.ts'
import { type Tuning, tuningOf } from './tuned.ts'

/** A change somebody thinks of: not decided yet, and tried on what was sent. */
export type Proposal =
  | {
      readonly what: 'stricter' | 'gentler'
      readonly kind: KindId
      readonly by: WrittenBy
      readonly value: Comes
    }
  | { readonly what: 'phrase'; readonly kind: KindId; readonly value: string }
  | { readonly what: 'name'; readonly value: string }

/** What was typed or chosen, before anybody has looked whether it can be. */
export interface Asked {
  readonly kind?: string | undefined
  readonly by?: string | undefined
  readonly to?: string | undefined
  readonly phrase?: string | undefined
  readonly name?: string | undefined
}

/** A proposal that keeps within the limits and changes something; or, in a sentence, why it is none. */
export function proposed(asked: Asked, tuning: Tuning): Proposal | { readonly wrong: string } {
  if (asked.name !== undefined) return name(asked.name.trim(), tuning)
  if (!isKind(asked.kind)) return wrong('Choose what is to be changed.')
  if (asked.phrase !== undefined) return phrase(asked.kind, asked.phrase.trim().replace(/\s+/g, ' '), tuning)
  if (asked.by !== 'worker' && asked.by !== 'family') return wrong('Choose whose messages it is about.')
  return move(asked.kind, asked.by, asked.to, tuning)
}

const wrong = (sentence: string) => ({ wrong: sentence })

function name(value: string, tuning: Tuning): ReturnType<typeof proposed> {
  if (value === '') return wrong('Enter the number, address, site or account.')
  if (value.length > longestName) return wrong(`It must be ${longestName} characters or fewer.`)
  if (!nameOf(value))
    return wrong(
      'It must be one telephone number, email address, site or account that is the organisation’s alone. An account begins with @.',
    )
  if (tuning.names.some(one => one.toLowerCase() === value.toLowerCase()))
    return wrong('It may be given already.')
  return { what: 'name', value }
}

function phrase(kind: KindId, value: string, tuning: Tuning): ReturnType<typeof proposed> {
  if (!kindAt(kind).phrases) return wrong('Phrases are not for this. Choose what they are a sign of.')
  if (value === '') return wrong('Enter the words to look for.')
  if (value.length > longestPhrase)
    return wrong(`The words must be ${longestPhrase} characters or fewer. You typed ${value.length}.`)
  const folded = foldedPhrase(value)
  if (folded.replaceAll(' ', '').length < 3)
    return wrong('The words must have at least three letters or figures in them.')
  if (tuning.phrases.some(one => one.kind === kind && foldedPhrase(one.words) === folded))
    return wrong('These words are looked for already.')
  if (tuning.phrases.length >= mostPhrases)
    return wrong(`There are ${mostPhrases} phrases, and no more can be looked for. Take one out first.`)
  return { what: 'phrase', kind, value }
}

function move(kind: KindId, by: WrittenBy, to: string | undefined, tuning: Tuning) {
  const limits = kindAt(kind)[by]
  if ('firm' in limits) return wrong(limits.firm)
  const value = within(kind, by).find(one => one === to)
  if (!value) return wrong('Choose what is to come of it.')
  const rungs = comesByDefault(kind, by)
    .map(comes => rungOf(by, comes))
    .filter(rung => rung >= 0)
  const rung = rungOf(by, value)
  const stands = tuning.moved.findLast(one => one.kind === kind && one.by === by)
  if (stands?.to === value || (!stands && rungs.every(one => one === rung)))
    return wrong(`${writers[by]} is treated so already, and nothing would change.`)
  if (rungs.every(one => one === rung))
    return wrong('That is how it is where nobody has changed it. End the change that stands instead.')
  const way = rung >= Math.max(...rungs) ? 'stricter' : 'gentler'
  return { what: way, kind, by, value } as const
}

/** The tuning as it would be with a proposal: what it takes the place of is gone. */
export function withProposal(tuning: Tuning, proposal: Proposal): Tuning {
  const rows = [
    ...tuning.moved
      .filter(one => !('by' in proposal && one.kind === proposal.kind && one.by === proposal.by))
      .map(({ way, kind, by, to }) => ({ what: way, kind, written_by: by, value: to })),
    ...tuning.phrases.map(({ kind, words }) => ({ what: 'phrase' as const, kind, value: words })),
    ...tuning.names.map(value => ({ what: 'name' as const, kind: null, value })),
    { kind: null, ...proposal, written_by: 'by' in proposal ? proposal.by : null },
  ]
  return tuningOf(rows.map(row => ({ written_by: null, ...row })))
}
