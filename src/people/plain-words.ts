import type { Field } from '../kit/forms/index.ts'
import { isStopped, nothingAllowed, screen } from '../screening/index.ts'

/** What words give away of how to reach somebody, as the screening says it: "a telephone number that is not …". */
export const givesAway = (words: string): string | undefined =>
  screen(words, { speaker: 'worker', allowed: nothingAllowed }).find(found => isStopped(found, 'worker'))
    ?.gives

/**
 * Words that others see wherever a person, a team or some work is named: in a conversation with a child, in a mail to
 * them. They are screened as a message is, and not even the organisation's own number belongs in a name.
 */
export const plainWords = <T extends string | undefined>(field: Field<T>): Field<T> => ({
  parse(typed) {
    const parsed = field.parse(typed)
    const gives = parsed.ok && parsed.value !== undefined && givesAway(parsed.value)
    return gives ? { ok: false, sentence: `Give the words alone, not ${gives}` } : parsed
  },
})
