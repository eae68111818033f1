import type { Blank } from './clause.ts'

/** What an organisation fills in. A clause reads well with each of them filled in, and with what stands instead. */
export const blanks = {
  organisation: {
    asks: 'What is your organisation called?',
    instead: 'our organisation',
    neededBy: [],
    example: 'Riverside Youth Club',
  },
  'work-contact': {
    asks: 'Where do families reach you?',
    hint: 'The telephone number and the email address that staff give out in place of their own.',
    instead: 'the number and address we gave you for work',
    neededBy: ['EM-BEST-1'],
    example: '020 7946 0200 or hello@riverside-youth.example',
  },
  'designated-person': {
    asks: 'Who is your designated person for safeguarding?',
    hint: 'The name.',
    instead: 'the designated person',
    neededBy: ['REP-3', 'REP-4'],
    example: 'Ellen Fraser',
  },
  'designated-person-telephone': {
    asks: 'What is the designated person’s telephone number?',
    instead: 'the number on our notice board',
    neededBy: ['REP-3', 'REP-4'],
    example: '020 7946 0201',
  },
  deputy: {
    asks: 'Who deputises for the designated person?',
    hint: 'The name.',
    instead: 'their deputy',
    neededBy: [],
    example: 'Farid Aziz',
  },
  'out-of-hours': {
    asks: 'Whom do staff call when nobody is at work?',
    hint: 'Your local authority’s emergency line for children, for example.',
    instead: 'the local authority’s emergency line',
    neededBy: ['REP-3'],
    example: '020 7946 0199',
  },
  lado: {
    asks: 'How is the local authority’s designated officer (LADO) reached?',
    hint: 'The LADO hears of allegations against people who work with children. A telephone number or an email address.',
    instead: 'see the local authority’s website',
    neededBy: ['REP-4'],
    example: '020 7946 0150',
  },
  'exceptions-by': {
    asks: 'Which senior manager decides on exceptions?',
    hint: 'A name or a post.',
    instead: 'a senior manager',
    neededBy: ['IM-SAFE-1', 'PH-SAFE-1', 'LS-SAFE-1'],
    example: 'Dev Mehta',
  },
  'equipment-from': {
    asks: 'Where do staff collect and return phones and cameras?',
    hint: 'A place, a person, or both.',
    instead: 'the office',
    neededBy: ['IM-BEST-2', 'IM-INPLACE-4', 'PH-GOOD-2', 'PH-INPLACE-2'],
    example: 'the office in Mill Lane',
  },
  'pictures-moved-by': {
    asks: 'Who moves pictures to your storage and deletes them from the camera?',
    instead: 'whoever took them',
    neededBy: ['IM-INPLACE-4'],
    example: 'the session leader',
  },
  'pictures-kept-in': {
    asks: 'Where are pictures and recordings kept?',
    hint: 'The name of the store or folder.',
    instead: 'our own storage',
    neededBy: ['IM-INPLACE-2', 'LS-INPLACE-3'],
    example: 'the Pictures folder of our own storage',
  },
  'computers-by': {
    asks: 'Who looks after your computers and accounts?',
    hint: 'Whoever is told when a device is lost, or when something unsuitable gets through.',
    instead: 'whoever looks after our computers',
    neededBy: ['WEB-GOOD-2'],
    example: 'Grace Lin in the office',
  },
} as const satisfies Readonly<Record<string, Blank>>

export type BlankId = keyof typeof blanks

// Object.keys forgets the names of a table that has exactly these.
export const blankIds = Object.keys(blanks) as readonly BlankId[]
export const isBlankId = (text: string): text is BlankId => Object.hasOwn(blanks, text)

/** The blanks that a text has marks for, in the order in which they first stand there. Other words in braces are text. */
export const marksIn = (text: string): readonly BlankId[] => [
  ...new Set(
    [...text.matchAll(/\{([a-z-]+)\}/g)].flatMap(([, name = '']) => (isBlankId(name) ? [name] : [])),
  ),
]

/** What a blank is filled with, on one line; undefined while it is empty. */
export const filling = (filled: Readonly<Record<string, string>>, id: BlankId): string | undefined =>
  Object.hasOwn(filled, id) ? filled[id]?.replace(/\s+/g, ' ').trim() || undefined : undefined

/** Stands unseen between a sign and the space after it, so that the two begin no heading and no point (U+2060). */
export const joiner = '\u2060'

/**
 * A text with its marks filled in; what is still empty reads as its `instead`. What it is filled with is never read again
 * for marks.
 */
export const fill = (text: string, filled: Readonly<Record<string, string>>): string =>
  text.replace(/\{([a-z-]+)\}/g, (mark, name: string) =>
    isBlankId(name)
      ? (filling(filled, name)?.replace(/^-(?=\s)/, `-${joiner}`) ?? blanks[name].instead)
      : mark,
  )

/** Every blank filled in with something believable, for a trial; what is known of the organisation goes over it. */
export const exampleBlanks = (
  known: Readonly<Partial<Record<BlankId, string>>> = {},
): Readonly<Record<string, string>> =>
  Object.fromEntries(blankIds.map(id => [id, known[id] ?? blanks[id].example]))
