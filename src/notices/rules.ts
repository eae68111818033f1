import { minutes } from '../kit/clock.ts'

export { mayOpen as mayWriteNotices } from '../messages/index.ts'

/** Whom a notice reaches. */
export const reaches = {
  parents: { words: 'Their parents and carers' },
  both: { words: 'Their parents and carers, and the young people themselves' },
  children: { words: 'The young people themselves' },
} as const
export type Reaches = keyof typeof reaches
export const reachList = Object.keys(reaches) as Reaches[]

/** The most characters. The database holds the same. */
export const longestNotice = { name: 80, subject: 120, body: 4000 } as const

/** How many are given their copy in one transaction. */
export const batch = 100

/** How long handing over a letter may take, in milliseconds: after that it is not sure that it arrived. */
export const letterTakes = minutes(5)

/** About as much as fits into one text with whose it is and where it is answered, in characters. */
export const textFits = 500
