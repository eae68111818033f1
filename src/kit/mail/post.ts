import { Readable } from 'node:stream'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { keepInFolder } from './folder.ts'

/** A whole mail as bytes, and between whom it goes. */
export interface Posting {
  readonly envelope: { readonly from: string; readonly to: string }
  readonly raw: Buffer
}

/** What came of handing a mail over. `code` is the server's own answer. */
export type Posted =
  | { readonly came: 'taken' }
  /** Surely not taken: it may be tried again. */
  | { readonly came: 'not-yet' }
  /** Surely not taken, and it will not be. */
  | { readonly came: 'refused'; readonly code: number; readonly says: string }
  /** Its words had left when the line broke: it may have been taken. */
  | { readonly came: 'unsure' }

/** Hands a mail over, and says what came of it. Ends by itself within two minutes. */
export type Post = (posting: Posting) => Promise<Posted>

// In milliseconds. A server that says nothing for a minute has gone.
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/** A mail as bytes, with every header encoded and folded as it must be: no name and no subject can add another. */
export async function compose(mail: SendMailOptions): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail(mail)
  return message as Buffer
}

/** Mail by SMTP. `url` is `smtp://user:password@host:port` or `smtps://…`. */
export function smtpPost(url: string): Post {
  const transport = createTransport({ url, ...patience } as Parameters<typeof createTransport>[0])
  return async ({ envelope, raw }) => {
    // Nothing of it is read before the server has said that it would take it, as far as the line can tell.
    let left = false
    const bytes = new Readable({
      read() {
        left = true
        this.push(raw)
        this.push(null)
      },
    })
    try {
      await transport.sendMail({ envelope, raw: bytes })
      return { came: 'taken' }
    } catch (error) {
      const { responseCode: code, message: says } = error as { responseCode?: number; message: string }
      if (code !== undefined && code >= 500) return { came: 'refused', code, says }
      if (code !== undefined && code >= 400) return { came: 'not-yet' }
      return left ? { came: 'unsure' } : { came: 'not-yet' }
    }
  }
}

/** Mail as files in a folder, for a trial on one machine. */
export const folderPost =
  (folder: string): Post =>
  async ({ raw }) => {
    await keepInFolder(folder, raw)
    return { came: 'taken' }
  }
