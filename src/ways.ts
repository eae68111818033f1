import { join } from 'node:path'
import { type Channels, openEmail } from './channels/index.ts'
import type { Config } from './config.ts'
import { folderPost, type MailStanding, smtpPost } from './kit/mail/index.ts'
import type { Way } from './people/index.ts'
import type { Ground } from './records/index.ts'
import { type Notify, notify, type TextStanding, textChannel } from './texts/index.ts'

/** The ways that families can be reached here: the page, and what the settings connect. */
export const waysOf = ({ mailDomain, notify: texts }: Config): readonly Way[] => [
  'web',
  ...(mailDomain ? (['email'] as const) : []),
  ...(texts ? (['text'] as const) : []),
]

/** GOV.UK Notify, where the settings connect it. */
export const notifyOf = ({ notify: texts }: Config): Notify | undefined => texts && notify(texts)

/** The way out by text, where the settings connect it. */
export function textsOf(config: Config, ground: Ground, texts = notifyOf(config)): Channels {
  return texts ? [textChannel({ ground, notify: texts, url: config.url })] : []
}

export interface Ways {
  readonly channels: Channels
  readonly close: () => Promise<void>
}

/** Opens every way that the settings connect, out and in. */
export async function openWays(about: {
  readonly config: Config
  readonly ground: Ground
  readonly secret: string
  readonly fault: (error: unknown, about: string) => void
  /** Keeps whether mail can be handed over. */
  readonly watched: MailStanding['post']
  /** Keeps whether texts can be. */
  readonly texts: TextStanding['notify']
}): Promise<Ways> {
  const { config, watched, texts: notify, ...others } = about
  const texts = textsOf(config, about.ground, notify)
  if (!config.mailDomain) return { channels: texts, close: async () => {} }
  const post = watched(config.mail ? smtpPost(config.mail) : folderPost(join(config.data, 'mail')))
  const { mailDomain: domain, mailListen: listen } = config
  const email = await openEmail({ ...others, domain, listen, post })
  return { channels: [email.channel, ...texts], close: email.close }
}
