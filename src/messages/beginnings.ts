/**
 * Kind words to begin a message with, for whoever is to be answered here and not on a personal account. An address
 * carries the name of one (`?begin=to-child`), never words.
 */
export const beginnings = {
  'to-child':
    'Hello. Thank you for wanting to be in touch with me online. I do not add, follow, message or play with anybody I work with on my own accounts. That is the same for everybody here, and you have done nothing wrong. You can always write to me here instead. If something is worrying you, tell me, or any adult you trust.',
  'to-parent':
    'Hello. Thank you for getting in touch with me online. I do not add or message families I work with on my own accounts. That is the same for everybody who works here, and has nothing to do with you. Please write to me here instead: it reaches me just as well, and I will answer when I am next at work.',
  'to-connected':
    'Hello. You and I know each other outside my work, and we are connected online. I keep the two apart: whatever has to do with my work comes through here, and I do not write about it from my own account. Please do the same. It is how everybody works here, and it is no judgement of you or me.',
  'to-past':
    'Hello. It was good to hear from you. I do not keep in touch from my own accounts with people I worked with before. That is the same for everybody here, and you have done nothing wrong. If there is something you need, write here or call the office, and the right person will help you.',
} as const

export type Beginning = keyof typeof beginnings

/** The words that an address asks for; undefined when it asks for none that there are. */
export const beginningIn = (query: URLSearchParams): string | undefined =>
  Object.entries(beginnings).find(([name]) => name === query.get('begin'))?.[1]
