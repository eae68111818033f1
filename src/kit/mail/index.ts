import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

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
  let count = 0
  return async letter => {
    const { message } = await transport.sendMail({ from, ...letter })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${process.pid}-${++count}.eml`
    const handle = await open(join(folder, `${name}.part`), 'wx', 0o600)
    await handle.writeFile(message as Buffer)
    await handle.close()
    await rename(join(folder, `${name}.part`), join(folder, name))
  }
}
