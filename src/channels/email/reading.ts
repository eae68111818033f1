import PostalMime, { type Address, type Email } from 'postal-mime'
import { answering } from '../../kit/threads/index.ts'
import { fold } from './fold.ts'
import { wordsOfHtml } from './html-words.ts'
import { longestWords, type MailRead } from './mail-read.ts'

/** The program of a thread: reads one mail after another, away from everybody's requests and under limits of its own. */
export async function readMailHere(raw: Uint8Array): Promise<MailRead> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 50, maxRfc822NestingDepth: 2 })
  const whole = plain(
    mail.text?.trim() ? mail.text : mail.html ? wordsOfHtml(mail.html.slice(0, 4_000_000)) : '',
  )
  const { words, folded } = fold(whole.slice(0, longestWords))
  return {
    headers: mail.headers.slice(0, 1000).map(({ key, value }) => ({ key, value: value.slice(0, 2000) })),
    from: fromOf(mail),
    messageId: plain(mail.messageId ?? '').slice(0, 1000),
    subject: plain(mail.subject ?? '').slice(0, 300),
    words,
    whole: folded ? whole.slice(0, longestWords) : undefined,
    files: mail.attachments.filter(isFile).length,
    report: reportIn(mail),
  }
}

/** As it may be stored and shown: no half characters, no marks that only machines read. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')

/** Every From there is: two of them are one too many, and stand for nobody. */
function fromOf(mail: Email): string[] {
  const lines = mail.headers.filter(({ key }) => key === 'from').length
  const addresses = mail.from ? flat(mail.from) : []
  return lines > 1 ? [...addresses, ''] : addresses
}
const flat = (address: Address): string[] =>
  address.group ? address.group.map(one => one.address) : [address.address ?? '']

const ofMachines =
  /^(message\/|text\/rfc822-headers|application\/(pgp-signature|pkcs7-signature|x-pkcs7-signature)|text\/calendar)/

const isFile = ({ mimeType, related }: Email['attachments'][number]): boolean =>
  !related && !ofMachines.test(mimeType)

function reportIn(mail: Email): string | undefined {
  const found = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!found) return undefined
  const { content } = found
  return typeof content === 'string'
    ? content
    : new TextDecoder().decode(new Uint8Array(content as ArrayBuffer))
}

answering(readMailHere)
