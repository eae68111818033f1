import { createTransport } from 'nodemailer'
import { keepInFolder } from './folder.ts'

export { compose, folderPost, type Post, type Posted, type Posting, smtpPost } from './post.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Hands a letter over. Resolves when whoever takes it has said so; throws when they have not. */
export type Mail = (letter: Letter) => Promise<void>

/** Mail by SMTP. `url` is `smtp://user:password@host:port` or `smtps://…`. */
export function smtpMail(url: string, from: string): Mail {
  const transport = createTransport(url)
  return async letter => {
    await transport.sendMail({ from, ...letter })
  }
}

/** Mail as files in a folder, one .eml each, for a trial on one machine. */
export function folderMail(folder: string, from: string): Mail {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async letter => {
    const { message } = await transport.sendMail({ from, ...letter })
    await keepInFolder(folder, message as Buffer)
  }
}
