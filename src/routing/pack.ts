import { type FieldId, fields, type Known } from './fields.ts'
import { type PackBody, type PackRules, packs } from './rules-packs.ts'

/** What one body is handed: each of its fields in order, for a page, a PDF or text to paste. */
export interface Pack {
  readonly kind: 'pack'
  readonly body: PackBody
  readonly title: string
  readonly how: string
  readonly lines: readonly PackLine[]
  readonly leaves: string
}
export interface PackLine {
  readonly field: FieldId
  readonly label: string
  /** What is known, in lines; *not known* where nothing is. */
  readonly text: string
  readonly known: boolean
}

/** Why a pack cannot be made, field by field, and what to do instead. */
export interface NoPack {
  readonly kind: 'no-pack'
  readonly problems: readonly { readonly field: FieldId; readonly says: string }[]
}

const notKnown = 'not known'

/** An address and nothing beside it: a scheme or none, a host with a dot, and what follows. */
const isAddress = (text: string) => /^(?:[a-z]{3,10}:\/\/)?[^\s/@:]+\.[^\s/@:]+(?:[:/][^\s]*)?$/i.test(text)

/**
 * What a body is handed of what is known: its own fields, in its order, and nothing of any other, whatever is passed. Lines
 * are kept; what does not print is taken out. A need that is not met, and words where a body takes addresses alone, make no
 * pack and say what to do instead.
 */
export function packFor(body: PackBody, known: Known): Pack | NoPack {
  const { title, how, fields: its, needs, leaves }: PackRules = packs[body]
  const lines = its.map(field => {
    const text = cleaned(known[field] ?? '')
    return { field, label: fields[field], text: text || notKnown, known: text !== '' }
  })
  const problems = lines.flatMap(({ field, text, known: isKnown }) => {
    const says = needs[field]
    if (says && !isKnown) return [{ field, says }]
    if (body !== 'iwf' || field !== 'webAddress' || text.split(/\s+/).every(isAddress)) return []
    return [{ field, says: 'Put in web addresses alone, one to a line. Everything else is for the police.' }]
  })
  if (problems.length > 0) return { kind: 'no-pack', problems }
  return { kind: 'pack', body, title, how, lines, leaves }
}

/** The same as text to paste: a label and what is known, indented, so that no value can look like another field. */
export function packText(body: PackBody, known: Known): string | NoPack {
  const pack = packFor(body, known)
  if (pack.kind === 'no-pack') return pack
  const lines = pack.lines.map(({ label, text }) =>
    text.includes('\n') ? `${label}:\n${text.replaceAll(/^/gm, '  ')}` : `${label}: ${text}`,
  )
  return `${[pack.title, '', ...lines].join('\n')}\n`
}

const cleaned = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    // Controls, and marks that turn the direction of what follows: they could make one line look like another.
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, one => (one === '\n' || one === '\t' ? one : ''))
    .trim()
