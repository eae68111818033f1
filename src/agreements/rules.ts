import type { Role } from '../records/index.ts'

/** Over what a child can be in contact. Each is agreed to by itself. */
export const channels = {
  web: {
    words: 'Messages on our own page',
    means: 'They get an email with a link, and read and answer on a page of ours.',
  },
  email: { words: 'Email', means: 'To and from the address that is entered here, through us.' },
  text: { words: 'Text messages', means: 'To and from the number that is entered here, through us.' },
  call: { words: 'Telephone calls', means: 'On our own telephones. Each call is written down.' },
} as const
export type Channel = keyof typeof channels
export const allChannels = Object.keys(channels) as readonly Channel[]

/** How an agreement reached us. */
export const ways = {
  page: 'on the page here',
  paper: 'on paper',
  said: 'by saying so',
} as const
export type Way = keyof typeof ways

/** From which age a young person agrees for themselves, where the organisation has said nothing; and how far it may go. */
export const ageByDefault = 16
export const ageLimits = { least: 13, most: 18 } as const

/** How long a yes may hold, in days; and how long before its end it is asked for again. */
export const longestDays = 731
export const renewDays = 28

/** Who may say from which age it is. */
export const maySetAge: readonly Role[] = ['senior-manager', 'administrator']
