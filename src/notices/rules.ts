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
export const batch = 50
