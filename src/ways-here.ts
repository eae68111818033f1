import type { Channels } from './channels/index.ts'
import type { Config } from './config.ts'
import type { Way } from './people/index.ts'
import type { Ground } from './records/index.ts'
import { type Notify, notify, textChannel } from './texts/index.ts'

/** The ways that families can be reached here: the page, and what the settings connect. */
export const waysOf = ({ mailDomain, notify: texts }: Config): readonly Way[] => [
  'web',
  ...(mailDomain ? (['email'] as const) : []),
  ...(texts ? (['text'] as const) : []),
]

/** GOV.UK Notify, where the settings connect it. */
export const notifyOf = ({ notify: texts }: Config): Notify | undefined => texts && notify(texts)

/** The ways out beside the page that the settings connect. */
export function channelsOf(config: Config, ground: Ground): Channels {
  const texts = notifyOf(config)
  return texts ? [textChannel({ ground, notify: texts, url: config.url })] : []
}
