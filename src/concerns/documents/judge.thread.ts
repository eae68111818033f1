import PostalMime from 'postal-mime'
import { holdsPicture, sniff } from '../../kit/sniff/index.ts'
import { decodeText } from '../../kit/text/decode.ts'
import { answering } from '../../kit/threads/index.ts'
import type { Judged } from './judge.ts'

/** The program of a thread: says what a document is, and whether it is one that is taken. */
const judge = (bytes: Uint8Array): Promise<Judged> => judged(bytes, 0)

const deepest = 3

async function judged(bytes: Uint8Array, depth: number): Promise<Judged> {
  const { kind, name, pictures } = await sniff(bytes)
  if (kind === 'image' || kind === 'video' || kind === 'archive') return { refused: 'picture' }
  const isPaper = kind === 'document' && (name === 'PDF' || name === 'Word')
  if (kind !== 'text' && !isPaper) return { refused: pictures === 'yes' ? 'picture' : 'other' }
  if (pictures === 'yes' || pictures === 'preview') return { refused: 'picture' }
  if (pictures === 'cannot-tell') return { refused: 'cannot-tell' }
  if (isPaper) return { kind: name === 'PDF' ? 'pdf' : 'word' }
  const text = decodeText(bytes)?.text ?? ''
  if (await holdsQuoted(text)) return { refused: 'picture' }
  if (isMail(text)) return judgedMail(bytes, depth)
  // Parts of a mail where no mail begins: what is in them is not seen from here.
  return hasParts.test(text) ? { refused: 'cannot-tell' } : { kind: 'text' }
}

const ofMail =
  /^(?:from|to|cc|date|subject|received|message-id|return-path|reply-to|mime-version|delivered-to|content-type):/i
const hasParts = /^(?:content-type:\s*(?:multipart|image|video|application)\/|content-transfer-encoding:)/im

/** Whether a text begins as a mail does (RFC 5322): with lines of which three at least are a mail’s own. */
function isMail(text: string): boolean {
  const head = text.slice(0, 100_000).split(/\r?\n\r?\n/, 1)[0] ?? ''
  const lines = head.split(/\r?\n/)
  return /^(?:[!-9;-~]+:|From )/.test(head) && lines.filter(line => ofMail.test(line)).length >= 3
}

/** Every part of it is looked at as what it is; files in it are handed in by themselves, but for mails that were passed on. */
async function judgedMail(bytes: Uint8Array, depth: number): Promise<Judged> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, forceRfc822Attachments: true })
  if (holdsPicture(mail.text ?? '') || holdsPicture(mail.html ?? '')) return { refused: 'picture' }
  let refused: Judged | undefined
  for (const { content, mimeType } of mail.attachments) {
    const inner = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
    if (depth >= deepest) return { refused: 'cannot-tell' }
    const it = await judged(inner, depth + 1)
    if ('refused' in it && it.refused === 'picture') return it
    const isMailToo =
      mimeType === 'message/rfc822' && 'kind' in it && (it.kind === 'email' || it.kind === 'text')
    if (!isMailToo) refused ??= { refused: 'files-in-mail' }
  }
  return refused ?? { kind: 'email' }
}

/** A picture written as mails write bytes among words: `=FF=D8` (RFC 2045, quoted-printable). */
async function holdsQuoted(text: string): Promise<boolean> {
  if (!/(?:=[0-9A-F]{2}){3}/i.test(text)) return false
  const plain = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_: string, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  return (await sniff(Buffer.from(plain, 'latin1'))).pictures === 'yes'
}

answering(judge)
