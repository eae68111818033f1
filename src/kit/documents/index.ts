import { typeset } from '../typst/index.ts'
import type { Form } from './forms.ts'
import { pageOf } from './page.tsx'
import type { Paper } from './paper.ts'
import { sheetOf } from './pdf.ts'
import { plainOf } from './plain.ts'
import { wordOf } from './word.ts'

export { attachment, fileAnswer } from './answer.ts'
export { type Form, forms, isForm } from './forms.ts'
export { paperFrame } from './frame.typ.ts'
export type { Paper } from './paper.ts'

const makers: Readonly<Record<Form, (paper: Paper) => Promise<Uint8Array>>> = {
  pdf: paper => typeset(sheetOf(paper)),
  docx: wordOf,
  html: async paper => Buffer.from(pageOf(paper)),
  txt: async paper => Buffer.from(plainOf(paper)),
}

/** A paper in one of its forms, as the bytes of a file. A PDF is made in a thread, and fails as `typeset` does. */
export const inForm = (paper: Paper, form: Form): Promise<Uint8Array> => makers[form](paper)
