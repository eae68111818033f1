import type { Role } from '../records/index.ts'
import { type Category, type Outcome, outcomeOf, type RuleId, screeningRules } from '../screening/index.ts'

/** Who may see how the screening is tuned, and what a change would do, in figures. */
export const maySee: readonly Role[] = [
  'administrator',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
]
/** Who decides. The database holds the same. */
export const mayTune: readonly Role[] = ['senior-manager', 'designated-person']

/** Messages that an effect is shown on, and how many of those that change are shown to whoever may read them all. */
export const lastMessages = 1000
export const mostShown = 20

export const mostPhrases = 200
/** The most characters of a phrase, of a name, of the organisation's own words. The database holds the same. */
export const longestPhrase = 60
export const longestName = 200
export const longestWords = 1000

/** Who wrote a message: a worker, or a child, a parent or a carer. */
export const writers = {
  worker: 'A worker’s message',
  family: 'A child’s or parent’s message',
} as const
export type WrittenBy = keyof typeof writers

/** What may come of a finding. */
export type Comes = Outcome | 'nothing'

/** What comes of a finding, from the gentlest to the strictest. What is not here is not to be tuned. */
export const ladders: Readonly<Record<WrittenBy, readonly Comes[]>> = {
  worker: ['nothing', 'asked', 'held', 'stopped'],
  family: ['nothing', 'look'],
}

export const comesWords: Readonly<Record<Comes, string>> = {
  nothing: 'It goes',
  asked: 'The worker is asked about it',
  held: 'It is held for a manager',
  stopped: 'It is stopped',
  look: 'It goes, and a manager looks at it',
  masked: 'It goes, and staff do not see the detail',
  danger: 'It goes, and the designated person hears at once',
}

/** The gentlest and the strictest that may come of it; or why nobody can move it. */
type Limits = { readonly from: Comes; readonly to: Comes } | { readonly firm: string }

interface Kind {
  readonly category: Category
  /** The rules of the category that it is of; where left out, those that no other kind names. */
  readonly only?: readonly RuleId[]
  readonly says: string
  readonly worker: Limits
  readonly family: Limits
  /** The rule that a phrase of the organisation's own counts by. */
  readonly phrases?: RuleId
}

const between = (from: Comes, to: Comes): Limits => ({ from, to })
/** A family's message always goes. The most that can be asked is that somebody looks at it. */
const looked = between('nothing', 'look')
const hidden: Limits = { firm: 'Staff never see a family’s own details unless a manager opens them.' }
const known: Limits = { firm: 'The designated person always hears of it at once.' }

/** Everything the screening looks for, and how far an organisation may move what comes of it. */
export const kinds = {
  'own-details': {
    category: 'C1',
    says: 'Somebody’s own number, address, account or password',
    worker: { firm: 'A worker’s own details never go to a family. Nobody can change this.' },
    family: hidden,
    phrases: 'personal-account',
  },
  link: {
    category: 'C1',
    only: ['link'],
    says: 'A link to a site that is not the organisation’s',
    worker: between('nothing', 'held'),
    family: looked,
  },
  place: {
    category: 'C1',
    only: ['place'],
    says: 'An address or postcode of a place',
    worker: between('nothing', 'held'),
    family: hidden,
  },
  secret: {
    category: 'C1',
    only: ['secret'],
    says: 'A password or PIN that is nobody’s own',
    worker: between('nothing', 'stopped'),
    family: hidden,
  },
  'detail-asked': {
    category: 'C2',
    says: 'Asking for a number, an account or where somebody lives',
    worker: between('asked', 'stopped'),
    family: looked,
    phrases: 'detail-asked',
  },
  'channel-move': {
    category: 'C3',
    says: 'Moving the conversation somewhere private',
    worker: between('asked', 'stopped'),
    family: looked,
    phrases: 'channel-move',
  },
  secrecy: {
    category: 'C4',
    says: 'Asking for a secret to be kept',
    worker: between('asked', 'stopped'),
    family: looked,
    phrases: 'secrecy',
  },
  'risk-probing': {
    category: 'C5',
    says: 'Asking who is there, or who can see',
    worker: between('asked', 'stopped'),
    family: looked,
    phrases: 'risk-probing',
  },
  exclusivity: {
    category: 'C6',
    says: 'Singling somebody out',
    worker: between('nothing', 'held'),
    family: looked,
    phrases: 'exclusivity',
  },
  undermining: {
    category: 'C7',
    says: 'Setting somebody against those who look after them',
    worker: between('asked', 'stopped'),
    family: looked,
    phrases: 'undermining',
  },
  pictures: {
    category: 'C8',
    says: 'Asking for pictures, or offering them',
    worker: between('asked', 'stopped'),
    family: looked,
    phrases: 'pictures',
  },
  meeting: {
    category: 'C9',
    says: 'Meeting alone, or outside work',
    worker: between('asked', 'stopped'),
    family: looked,
    phrases: 'meeting',
  },
  gifts: {
    category: 'C10',
    says: 'Gifts and money',
    worker: between('nothing', 'stopped'),
    family: looked,
    phrases: 'gifts',
  },
  gaming: {
    category: 'C11',
    says: 'Playing online together',
    worker: between('nothing', 'stopped'),
    family: looked,
    phrases: 'gaming',
  },
  endearment: {
    category: 'C12',
    says: 'Words that are too personal',
    worker: between('nothing', 'held'),
    family: looked,
    phrases: 'endearment',
  },
  sexual: {
    category: 'C13',
    says: 'What is sexual',
    worker: between('held', 'stopped'),
    family: known,
    phrases: 'sexual',
  },
  pressure: {
    category: 'C14',
    says: 'Putting somebody under pressure',
    worker: between('held', 'stopped'),
    family: looked,
    phrases: 'pressure',
  },
  insult: {
    category: 'C15',
    says: 'Insults, discrimination and false claims',
    worker: between('held', 'stopped'),
    family: looked,
    phrases: 'insult',
  },
  threat: {
    category: 'C16',
    says: 'Threats',
    worker: between('held', 'stopped'),
    family: known,
    phrases: 'threat',
  },
  danger: {
    category: 'C17',
    says: 'Signs that somebody is in danger',
    worker: { firm: 'Words of help are never kept back. Whoever answers for the worker reads them.' },
    family: known,
    phrases: 'disclosure',
  },
} as const satisfies Record<string, Kind>
export type KindId = keyof typeof kinds

export const kindIds = Object.keys(kinds) as readonly KindId[]
export const isKind = (name: string | null | undefined): name is KindId =>
  typeof name === 'string' && Object.hasOwn(kinds, name)
export const kindAt = (id: KindId): Kind => kinds[id]

/** Which kind something that was found is of. */
export function kindOf({ category, rule }: { readonly category: Category; readonly rule: RuleId }): KindId {
  const of = kindIds.filter(id => kinds[id].category === category)
  const named = of.find(id => kindAt(id).only?.includes(rule))
  const found = named ?? of.find(id => !kindAt(id).only)
  if (!found) throw new Error(`no kind is of the category ${category}`)
  return found
}

const ruleIds = Object.keys(screeningRules) as readonly RuleId[]

/** What comes of a kind where nobody has tuned it, from the gentlest: its rules need not all be as strong. */
export function comesByDefault(id: KindId, by: WrittenBy): readonly Comes[] {
  const speakers = by === 'worker' ? (['worker'] as const) : (['parent', 'child'] as const)
  const all = ruleIds
    .map(rule => ({ rule, ...screeningRules[rule] }))
    .filter(one => kindOf(one) === id)
    .flatMap(({ rule, category, strength }) =>
      speakers.map(speaker => outcomeOf({ rule, category, strength: strength[speaker] }, speaker)),
    )
  return Object.keys(comesWords).filter((one): one is Comes => all.includes(one as Comes))
}

/** Where an outcome stands on its ladder; -1 for what is not to be tuned. */
export const rungOf = (by: WrittenBy, comes: Comes): number => ladders[by].indexOf(comes)

/** What may be made to come of a kind, from the gentlest to the strictest; none where it is firm. */
export function within(id: KindId, by: WrittenBy): readonly Comes[] {
  const limits = kindAt(id)[by]
  if ('firm' in limits) return []
  return ladders[by].slice(rungOf(by, limits.from), rungOf(by, limits.to) + 1)
}
