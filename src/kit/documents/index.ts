import { typeset } from '../typst/index.ts'
import { pageOf } from './page.tsx'
import type { Paper } from './paper.ts'
import { sheetOf } from './pdf.ts'
import { plainOf } from './plain.ts'
import { wordOf } from './word.ts'

export type { Paper } from './paper.ts'

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

const makers: Readonly<Record<Form, (paper: Paper) => Promise<Uint8Array>>> = {
  pdf: paper => typeset(sheetOf(paper)),
  docx: wordOf,
  html: async paper => Buffer.from(pageOf(paper)),
  txt: async paper => Buffer.from(plainOf(paper)),
}

/** A paper in one of its forms, as the bytes of a file. */
export const inForm = (paper: Paper, form: Form): Promise<Uint8Array> => makers[form](paper)
