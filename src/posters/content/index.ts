import type { Contents } from './content.ts'
import { general } from './general.ts'
import { ways } from './ways.ts'
import { tellUs, whoToTell, worried, worriedChild } from './worried.ts'

/** What every poster says when nobody has worded it otherwise. */
export const contents: Contents = {
  ...ways,
  general,
  worried,
  'worried-child': worriedChild,
  'tell-us': tellUs,
  'who-to-tell': whoToTell,
}
