import { answering } from '../../threads/index.ts'
import type { Outcome } from './outcome.ts'
import { readPdf } from './read-pdf.ts'
import { readPage, readText } from './read-text.ts'
import { readWord } from './read-word.ts'

export interface Asked {
  readonly bytes: Uint8Array
  readonly kind: 'zip' | 'pdf' | 'html' | 'text'
}

const readers: Readonly<Record<Asked['kind'], (bytes: Uint8Array) => Outcome | Promise<Outcome>>> = {
  zip: readWord,
  pdf: readPdf,
  html: readPage,
  text: readText,
}

answering<Asked, Outcome>(({ bytes, kind }) => readers[kind](bytes))
