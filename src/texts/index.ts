import type { Way } from '../people/index.ts'
import type { Ground } from '../records/index.ts'
import { callbackPages } from './callbacks.ts'
import { textsScreen, wishScreen } from './texts.screen.tsx'

export { textEvidence } from './evidence.ts'
export { textJobs } from './jobs.ts'
export { type Notify, type NotifySettings, notify } from './notify.ts'
export { routes } from './routes.ts'
export { sendText } from './send-text.ts'
export { type TextStanding, watchTexts } from './standing.ts'
export { isStopped } from './stopped.ts'
export { textChannel } from './text-channel.ts'

/** Every page of the texts, and the two addresses that Notify posts to. `ways` are those that are connected here. */
export const textPages = (
  ground: Ground,
  about: { readonly callback: string | undefined; readonly ways: readonly Way[]; readonly url: string },
) => [
  textsScreen({
    out: about.ways.includes('text'),
    in: about.callback !== undefined,
    url: about.url,
  }),
  wishScreen,
  ...callbackPages(ground, about.callback, about.ways),
]
