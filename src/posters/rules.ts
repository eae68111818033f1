import type { Role } from '../records/index.ts'

/** Who may word a poster otherwise, and say of anybody's printing that it was taken down. */
export const mayWord = ['administrator', 'senior-manager'] as const satisfies readonly Role[]

/** The posters that say whom to tell: they are not printed until somebody is named with a telephone number. */
export const namesNeeded: readonly PosterId[] = ['worried', 'worried-child', 'who-to-tell']

/** As many places as one may print for at a time. */
export const mostPlaces = 20

/** Every poster there is, in the order of the list. */
export const posters = {
  general: {
    name: 'General guidelines',
    about: 'What holds everywhere, and the policy in force',
    for: 'staff',
  },
  'social-networking': {
    name: 'Social networking',
    about: 'Own profiles and professional ones',
    for: 'staff',
  },
  email: { name: 'Email', about: 'Which account, and for what', for: 'staff' },
  images: { name: 'Images', about: 'Whose camera, whose permission, where pictures go', for: 'staff' },
  phones: { name: 'Mobile phones', about: 'A work phone, and where to get one', for: 'staff' },
  'live-streaming': { name: 'Live streaming', about: 'Webcams and video calls', for: 'staff' },
  internet: { name: 'Using the internet', about: 'Online at work', for: 'staff' },
  worried: {
    name: 'If you are worried, for adults',
    about: '999 first, then whom to tell',
    for: 'everybody',
  },
  'worried-child': {
    name: 'If you are worried, for children',
    about: 'In a child’s words, with Childline',
    for: 'children',
  },
  'tell-us': {
    name: 'Tell us, by a code',
    about: 'A code to scan that opens our page for whoever is worried',
    for: 'everybody',
  },
  'who-to-tell': {
    name: 'Who to tell here',
    about: 'Names and numbers, ours and outside',
    for: 'everybody',
  },
} as const satisfies Readonly<Record<string, { name: string; about: string; for: string }>>

export type PosterId = keyof typeof posters

/** The posters whose code is there to be scanned by whoever is worried: it opens the page on which they tell us. */
export const tellsByCode: readonly PosterId[] = ['tell-us']

export const posterIds = Object.keys(posters) as readonly PosterId[]

/** Text from an address or a form as the id of a poster. */
export const posterFrom = (text: string): PosterId | undefined => posterIds.find(id => id === text)

/** The paper, portrait. */
export const sizes = { a4: 'A4', a3: 'A3' } as const
export type Size = keyof typeof sizes
export const sizeIds = ['a4', 'a3'] as const satisfies readonly Size[]

/**
 * The smallest letters of any poster, in points. A capital of Atkinson Hyperlegible is 0.668 of its size: on A4 4.4 mm,
 * which at two metres is 7.5 minutes of arc, half as much again as the five at which an eye of 6/6 makes out a letter of a
 * Snellen chart. It can be made out; it is not large. The figure is Lanyard’s own choice and rests on no standard of
 * posters: what is asked for text that is read at length, on screens, is about twice as much. A3 is larger by √2.
 */
export const leastPoints: Readonly<Record<Size, number>> = { a4: 18.6, a3: 26.3 }

/** What every point of our own wording is set at, or larger: 8.7 minutes of arc at two metres on A4, 12.4 on A3. */
export const ownLeastPoints: Readonly<Record<Size, number>> = { a4: 21.6, a3: 30.5 }

/** The largest that points are set, so that a poster of few words does not shout. */
export const mostPoints: Readonly<Record<Size, number>> = { a4: 34, a3: 48 }
