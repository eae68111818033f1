import { tables } from './compiled.ts'
import { notNames, otherNumbers } from './rules-words.ts'
import { vocabulary } from './vocabulary.ts'
import { setOf } from './words-set.ts'

export const extension = vocabulary.idOf('ext')
export const others = setOf(otherNumbers, vocabulary)
export const noNames = new Set(notNames)
export const { about } = tables
