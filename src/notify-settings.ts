import { Sorry } from './kit/sorry.ts'
import { matching, maybe, setting, url } from './setting.ts'

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** How families are texted. A part of the table of settings: src/config.ts. */
export const notifySettings = {
  LANYARD_NOTIFY_KEY: setting(
    'The API key of your service at GOV.UK Notify, by which families are texted. Set with the template’s id, or not at all.',
    'a key as Notify shows it: its name, then two ids',
    '',
    maybe(matching(new RegExp(`^.{1,200}-${uuid}-${uuid}$`))),
  ),
  LANYARD_NOTIFY_TEMPLATE: setting(
    'The id of a text message template at GOV.UK Notify whose whole text is ((message)).',
    'an id',
    '',
    maybe(matching(new RegExp(`^${uuid}$`))),
  ),
  LANYARD_NOTIFY_CALLBACK: setting(
    'The bearer token that GOV.UK Notify shows when it brings receipts and the texts that families send. Without it, none are taken.',
    'at least 32 characters without spaces',
    '',
    maybe(matching(/^[\x21-\x7e]{32,200}$/)),
  ),
  LANYARD_NOTIFY_URL: setting(
    'Where GOV.UK Notify is reached. Another address is for tests.',
    'a web address',
    'https://api.notifications.service.gov.uk',
    url('http:', 'https:'),
  ),
} as const

/** GOV.UK Notify, as it is connected. */
export interface NotifyConfig {
  readonly key: string
  readonly template: string
  readonly url: string
  /** The token that Notify shows; without it, nothing that it brings is taken. */
  readonly callback: string | undefined
}

/** What the settings of Notify come to; undefined where texts are not connected. Throws Sorry for half of it. */
export function notifyOf(given: {
  readonly key: string | undefined
  readonly template: string | undefined
  readonly url: string | undefined
  readonly callback: string | undefined
}): NotifyConfig | undefined {
  const { key, template, callback } = given
  if (!key && !template) return undefined
  if (!key || !template) {
    throw new Sorry(
      'The settings LANYARD_NOTIFY_KEY and LANYARD_NOTIFY_TEMPLATE go together. Set both, or none.',
    )
  }
  const url = given.url ?? notifySettings.LANYARD_NOTIFY_URL.default
  return { key, template, url, callback: callback || undefined }
}
