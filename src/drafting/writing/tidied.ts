import { tidyPasted } from '../../kit/markup/index.ts'
import { keepable } from './from-text.ts'

/** Text as it was typed or pasted, without what other programs leave in it, and without what no database keeps. */
export const tidied = (text: string): string => keepable(tidyPasted(text))
