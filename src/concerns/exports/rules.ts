/** For whom an export is made. */
export const purposes = {
  police: 'The police',
  court: 'A court',
  'subject-access': 'Somebody who asked what we hold about them, or about their child',
  partnership: 'The safeguarding partnership, or a review of it',
  organisation: 'Another organisation that the child goes to',
} as const
export type Purpose = keyof typeof purposes
export const purposeNames = Object.keys(purposes) as Purpose[]

/** Whose entries hold something sealed, or keys: what they commit to does not leave. */
const sealedIn: ReadonlySet<string> = new Set([
  'concern.reported',
  'concern.added-to',
  'concern.answered',
  'concern.noted',
  'concern.corrected',
  'concern.pack-written',
  'concern.reader-let-in',
])
export const holdsSealed = (event: string): boolean => sealedIn.has(event)
