import { abuseRules } from './rules-abuse.ts'
import { closenessRules } from './rules-closeness.ts'
import { contactRules } from './rules-contact.ts'
import { dangerRules } from './rules-danger.ts'
import type { PhraseRule } from './rules-phrase.ts'
import { thingsRules } from './rules-things.ts'

/** What is looked for besides numbers, addresses and links, as phrases; see phrases.ts for how they are written. */
export const phraseRules: readonly PhraseRule[] = [
  ...contactRules,
  ...closenessRules,
  ...thingsRules,
  ...abuseRules,
  ...dangerRules,
]
