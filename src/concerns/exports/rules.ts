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
  'concern.document-handed-in',
])
export const holdsSealed = (event: string): boolean => sealedIn.has(event)

/** What becomes of a document: it is whole or it is not there, as no name in it can be replaced. */
export const fates = {
  goes: 'It leaves, whole: no name in it is replaced',
  named: 'It stays here: the export only names it',
} as const
export type Fate = keyof typeof fates
export const isFate = (text: string | undefined): text is Fate =>
  text !== undefined && Object.hasOwn(fates, text)

/** So many documents are decided on at a time: what is beyond stays here. */
export const mostDocuments = 120

/** So many bytes of documents go into one file: it is held in memory whole, and sealed as one. */
export const mostBytes = 20 * 2 ** 20
