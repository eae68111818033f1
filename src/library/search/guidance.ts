import { searchOver } from '../../kit/search/index.ts'
import { meanings } from './meanings.ts'
import { type Found, texts } from './texts.ts'

// Built once, when Lanyard starts: the guidance does not change while it runs.
const index = searchOver(texts, meanings)
const byKey = new Map(texts.map(({ key, found }) => [key, found]))

/** What in the guidance fits a question in ordinary words, the best first. */
export const findInGuidance = (question: string, most: number): readonly Found[] =>
  index.find(question, most).flatMap(({ key }) => byKey.get(key) ?? [])
