import { keepable } from './from-text.ts'

/** Text as it was pasted, without what other programs leave in it. */
export const tidied = (text: string): string => keepable(text)
