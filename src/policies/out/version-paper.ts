import { inDays } from '../../kit/clock.ts'
import type { Paper } from '../../kit/documents/index.ts'
import { blocksOf } from '../../kit/markup/index.ts'
import { directionOf, unprintable } from '../../kit/typst/index.ts'
import type { VersionRead } from '../access.ts'
import type { PolicyVersionTable } from '../queries.ts'

/** A version of a policy as it goes out, and how it stands on the day it does. */
export interface VersionOut extends VersionRead {
  readonly organisation: string
  /** The version after it, if there is one. */
  readonly after: PolicyVersionTable | undefined
}

/** The paper of a version. Its fingerprint is the one that stands in the receipt of everybody who signed it. */
export function versionPaper({ policy, version, organisation, after }: VersionOut, now: Date): Paper {
  const fingerprint = Buffer.from(version.text_hash).toString('hex')
  const blocks = blocksOf(version.text)
  const missing = unprintable(`${organisation}${policy.title}${version.text}`).length > 0
  const turned = blocks.some(
    block => directionOf('items' in block ? block.items.join(' ') : block.text) === 'rtl',
  )
  return {
    organisation,
    title: policy.title,
    version: `Version ${version.number}`,
    date: version.published_at,
    standing: after
      ? `Not in force: version ${after.number} took its place on ${inDays(after.published_at)}.`
      : `In force on ${inDays(now)}, the day this document was made.`,
    closing: [
      `Fingerprint of this version’s text (SHA-256): ${fingerprint}.`,
      'It stands in the receipt of everybody who signed this version.',
      ...(missing ? [standIn] : []),
      ...(turned ? [readAloud] : []),
    ].join(' '),
    language: 'en-GB',
    blocks,
  }
}

const standIn =
  'In the PDF, letters that its typefaces do not have are shown as \ufffd: the web page and the Word document have them.'
// Typst 0.14 draws such text as it is seen, from left to right and some letters in two parts, and that is the order in
// which a screen reader is given it. To the eye it is right.
const readAloud =
  'Text that runs from right to left is read aloud and copied in its order from the web page or the Word document, not from the PDF.'
