import { noPictures } from '../ways-in/no-pictures.ts'

/** What is taken, told by its bytes alone: what it is called on a screen, and under which ending and media type it leaves. */
export const kinds = {
  pdf: { says: 'PDF', ending: 'pdf', type: 'application/pdf' },
  word: {
    says: 'Word',
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  text: { says: 'Plain text', ending: 'txt', type: 'text/plain; charset=utf-8' },
  email: { says: 'Email', ending: 'eml', type: 'message/rfc822' },
} as const
export type DocumentKind = keyof typeof kinds
export const isKind = (name: string): name is DocumentKind => Object.hasOwn(kinds, name)

export const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** The largest document that is taken, in bytes. */
export const largest = 10 * 2 ** 20
/** What a form with one in it may come to: somewhat more, so that one that is a little too large meets our own words. */
export const largestForm = largest + 2 ** 20

/**
 * How many may be handed in about one concern: by whoever told of it, and by everybody together; and of how many with a virus it is
 * kept that they were turned away.
 */
export const most = { told: 20, all: 60, refused: 10 } as const

/** Why one was not taken, and what to do instead. Nothing of it is kept then. */
export const refusals = {
  none: 'Choose a document that is not empty',
  'too-large':
    'A document may have 10 megabytes, and this has more, so we did not take it. Hand in the pages that matter, or write what they say',
  picture: noPictures,
  'cannot-tell':
    'We cannot see whether there is a picture in this document, so we did not take it and kept nothing of it. If there is none, save it as a new PDF without a password, or write what it says. If there is one, leave it where it is, and write where that is: the web address, the account’s name, or which device',
  other:
    'This is no PDF, Word document (.docx), plain text or email, whatever it is called, so we did not take it and kept nothing of it. Save it as a PDF, or write what it says',
  'files-in-mail':
    'There are files in this email, so we did not take it and kept nothing of it. Hand in each document by itself, and write what the email says. A picture in it stays where it is: write where that is',
  virus:
    'There is a virus in this, so we did not take it and kept nothing of it. Whoever reads this concern is told that there was one. Do not open it again, and do not pass it on: write what it says',
  gone: 'What this is about was erased by two people at this moment, so we did not take it. Tell us once more, and say what it is',
  'too-many': 'Too many documents were handed in already. Write what this one says',
  'too-slow':
    'It took so long on its way that we stopped waiting, and kept nothing of it. Try where the connection is better, or write what it says',
  busy: 'We are looking at other documents at this moment, and did not take this one. Wait a minute, and choose it once more',
} as const
export type Reason = keyof typeof refusals
