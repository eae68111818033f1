import { createTransport } from 'nodemailer'
import { keepInFolder } from './folder.ts'
import type { Mail } from './letter.ts'

export type { Letter, Mail } from './letter.ts'
export { compose, folderPost, type Post, type Posted, type Posting, smtpPost } from './post.ts'
export { type MailStanding, watchMail } from './standing.ts'

/** Mail by SMTP. `url` is `smtp://user:password@host:port` or `smtps://…`. */
export function smtpMail(url: string, from: string): Mail {
  const transport = createTransport(url)
  return async letter => {
    await transport.sendMail({ from, ...letter })
  }
}

/** Whether somebody answers there, and lets us in as whoever `url` says. Says so within a minute. */
export function smtpReaches(url: string): () => Promise<boolean> {
  const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 20_000 }
  const transport = createTransport({ url, ...patience } as Parameters<typeof createTransport>[0])
  return () =>
    transport.verify().then(
      () => true,
      () => false,
    )
}

/** Mail as files in a folder, one .eml each, for a trial on one machine. */
export function folderMail(folder: string, from: string): Mail {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async letter => {
    const { message } = await transport.sendMail({ from, ...letter })
    await keepInFolder(folder, message as Buffer)
  }
}
