import type { StatementId } from '../guidance/index.ts'
import type { Beginning } from '../messages/index.ts'
import type { Role } from '../records/index.ts'

/** Who may read what others told, and answer: each what the people they answer for told, and designated persons all. */
export const mayHear: readonly Role[] = [
  'manager',
  'senior-manager',
  'designated-person',
  'deputy-designated-person',
]
export const mayHearAll: readonly Role[] = ['designated-person', 'deputy-designated-person']

/** Who it was, to whoever tells; and the words that are kindest to them. */
export const situations = {
  child: { words: 'A child or young person', begin: 'to-child' },
  parent: { words: 'A parent or carer', begin: 'to-parent' },
  connected: { words: 'Somebody you are connected to already', begin: 'to-connected' },
  past: { words: 'Somebody you worked with before', begin: 'to-past' },
} as const satisfies Readonly<Record<string, { readonly words: string; readonly begin: Beginning }>>
export type Situation = keyof typeof situations

/** Somebody who is on no list of whoever tells. */
export const others = {
  'other-child': { words: 'Another child or young person', situation: 'child' },
  'other-parent': { words: 'Another parent or carer', situation: 'parent' },
  'other-past': { words: 'Somebody I worked with before, or their family', situation: 'past' },
} as const satisfies Readonly<Record<string, { readonly words: string; readonly situation: Situation }>>
export type Other = keyof typeof others

/** How they tried, as whoever tells chooses it; as others read it; and what the guidance says of it. */
export const hows = {
  add: {
    words: 'They asked to be added or to be friends',
    short: 'Asked to be added',
    cites: ['GEN-INAPP-5', 'SN-DONT-2'],
  },
  follow: {
    words: 'They follow me, or asked to',
    short: 'Follows, or asked to',
    cites: ['GEN-INAPP-5', 'SN-DONT-2'],
  },
  message: {
    words: 'They wrote to me, or called',
    short: 'Wrote or called',
    cites: ['SN-DONT-1', 'GEN-INAPP-2'],
  },
  game: {
    words: 'They asked to play, or found me in a game',
    short: 'In a game',
    cites: ['GEN-INAPP-7'],
  },
  connected: {
    words: 'We are connected already, for example through my own child',
    short: 'Connected already',
    cites: ['GEN-INAPP-5', 'SN-DONT-2'],
  },
  other: { words: 'Something else', short: 'Something else', cites: ['SN-DONT-1'] },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly words: string
      readonly short: string
      readonly cites: readonly [StatementId, ...StatementId[]]
    }
  >
>
export type How = keyof typeof hows
export const howList = Object.keys(hows) as How[]

/** Where. Names change and new ones come: the last is for whatever is not named. */
export const platforms = {
  facebook: 'Facebook or Messenger',
  instagram: 'Instagram',
  snapchat: 'Snapchat',
  tiktok: 'TikTok',
  whatsapp: 'WhatsApp',
  youtube: 'YouTube',
  x: 'X (Twitter)',
  discord: 'Discord',
  roblox: 'Roblox',
  game: 'Another game or console',
  phone: 'My own phone number',
  email: 'My own email address',
  other: 'Another',
} as const
export type Platform = keyof typeof platforms
export const platformList = Object.keys(platforms) as Platform[]

/** What whoever tells did so far. Each is a good reason to tell. */
export const dids = {
  nothing: { words: 'Nothing yet', short: 'Nothing yet' },
  declined: { words: 'I said no, or left it unanswered', short: 'Said no, or left it unanswered' },
  blocked: { words: 'I blocked the account', short: 'Blocked the account' },
  answered: { words: 'I answered', short: 'Answered' },
  accepted: {
    words: 'I accepted, and would like help to put it right',
    short: 'Accepted, and asks for help',
  },
} as const
export type Did = keyof typeof dids
export const didList = Object.keys(dids) as Did[]

/** What comes again and again: looked for over so many days, from so many times on. */
export const pattern = { days: 365, times: 3, workers: 2 } as const

/** The most characters. The database holds the same. */
export const longest = { described: 200, platform: 80, happened: 2000, answer: 2000 } as const
