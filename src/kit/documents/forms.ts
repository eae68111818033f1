/** The forms in which a paper leaves: the ending of its file, its media type, and the word for it on a link. */
export const forms = {
  pdf: { type: 'application/pdf', words: 'PDF' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    words: 'Word',
  },
  html: { type: 'text/html; charset=utf-8', words: 'web page' },
  txt: { type: 'text/plain; charset=utf-8', words: 'plain text' },
} as const
export type Form = keyof typeof forms
export const isForm = (ending: string): ending is Form => Object.hasOwn(forms, ending)
