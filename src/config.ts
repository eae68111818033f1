import { resolve } from 'node:path'
import { Sorry } from './kit/sorry.ts'
import { type NotifyConfig, notifyOf, notifySettings } from './notify-settings.ts'
import {
  domain,
  domains,
  file,
  folder,
  host,
  line,
  listening,
  maybe,
  type Setting,
  sender,
  setting,
  socket,
  url,
  whole,
  words,
} from './setting.ts'

/** Every setting there is. docs/operating.md is made from this table. */
export const settings = {
  PORT: setting(
    'The port the server listens on.',
    'a whole number from 1 to 65535',
    '3000',
    whole(1, 65_535),
  ),
  LANYARD_HOST: setting(
    'The network address the server listens on. A server behind a proxy on the same machine keeps the default.',
    'an address of this machine, or 0.0.0.0 for all of them',
    'localhost',
    host,
  ),
  LANYARD_URL: setting(
    'The address people use, as it stands in links that are sent. Use https for anything but a trial on one machine.',
    'a web address',
    'http://localhost:PORT',
    maybe(url('http:', 'https:')),
  ),
  LANYARD_DATA: setting(
    'The folder that holds secrets, the database and witness heads.',
    'a folder',
    './data',
    folder,
  ),
  DATABASE_URL: setting(
    'Another PostgreSQL, version 15 or later, in place of the one that is built in. Its role owns the tables.',
    'postgres://role:password@host:port/database',
    '',
    maybe(url('postgres:', 'postgresql:')),
  ),
  LANYARD_MAIL: setting(
    'Where mail is handed over. Without it, mail is written to files in the data folder, for a trial on one machine.',
    'smtp://user:password@host:port or smtps://…',
    '',
    maybe(url('smtp:', 'smtps:')),
  ),
  LANYARD_MAIL_FROM: setting(
    'The sender that mail carries.',
    'a mail address, or a name and then the address in <>',
    'Lanyard <lanyard@localhost>',
    sender,
  ),
  LANYARD_MAIL_DOMAIN: setting(
    'The domain at which families answer by email. Your mail server hands what comes for it to Lanyard. Without it, nobody is reached by email but with a link.',
    'a domain, like messages.example.org',
    '',
    maybe(domain),
  ),
  LANYARD_MAIL_LISTEN: setting(
    'Where your mail server hands over what families answer (LMTP). Reach it from your mail server alone.',
    'address:port',
    '127.0.0.1:2525',
    listening,
  ),
  ...notifySettings,
  LANYARD_CLAMAV: setting(
    'Where ClamAV (clamd) checks documents that are handed in about concerns. Without it they are not checked, and the page says so.',
    'the path of its socket, or address:port',
    '',
    maybe(socket),
  ),
  LANYARD_DEMO: setting(
    'Whether an empty database starts with the demo board, agencies and people.',
    'yes or no',
    'yes, unless DATABASE_URL is set',
    text => (text === 'yes' || text === 'no' ? text : undefined),
  ),
  LANYARD_SESSION_HOURS: setting(
    'How long staff stay signed in, in hours.',
    'a whole number from 1 to 72',
    '12',
    whole(1, 72),
  ),
  LANYARD_FAMILY_MINUTES: setting(
    'How long a family stays signed in after the code, in minutes.',
    'a whole number from 5 to 240',
    '30',
    whole(5, 240),
  ),
  LANYARD_SECRET_FILE: setting(
    'The file with the installation’s secrets. Several servers on one database share one copy of it.',
    'a file',
    'secrets.json in the data folder',
    file,
  ),
  LANYARD_WITNESS: setting(
    'The folder in which the boards keep the newest heads they have witnessed. Best on another disk.',
    'a folder',
    'witness in the data folder',
    folder,
  ),
  LANYARD_OIDC_ISSUER: setting(
    'The address of your own sign-in (OpenID Connect). Set with the client’s id and secret, or not at all.',
    'a web address',
    '',
    maybe(url('http:', 'https:')),
  ),
  LANYARD_OIDC_CLIENT_ID: setting('The client’s id at your own sign-in.', line, '', words),
  LANYARD_OIDC_CLIENT_SECRET: setting('The client’s secret at your own sign-in.', line, '', words),
  LANYARD_OIDC_NAME: setting('What the button to your own sign-in says.', line, 'your organisation', words),
  LANYARD_OIDC_TWO_STEPS: setting(
    'Whether your own sign-in asks for a second step: believed where each sign-in says so itself (amr or acr), or always. Where it is not, Lanyard asks for one.',
    'said or always',
    'said',
    text => (text === 'said' || text === 'always' ? text : undefined),
  ),
  LANYARD_OIDC_DOMAINS: setting(
    'The email domains that your own sign-in may speak for. Without it, any that it has verified.',
    'domains with commas between them, like example.org,example.net',
    '',
    maybe(domains),
  ),
} as const

type Name = keyof typeof settings

export interface Config {
  readonly port: number
  readonly host: string
  readonly url: string
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly mail: string | undefined
  readonly mailFrom: string
  /** The domain at which families answer by email, and where their mail is taken in; undefined where they do not. */
  readonly mailDomain: string | undefined
  readonly mailListen: string
  /** GOV.UK Notify, when texts are connected. */
  readonly notify: NotifyConfig | undefined
  /** Where clamd listens; undefined where documents are not checked. */
  readonly clamav: string | undefined
  readonly demo: boolean
  readonly sessionHours: number
  readonly familyMinutes: number
  readonly secretFile: string
  readonly witness: string
  readonly oidc: Oidc | undefined
}

export interface Oidc {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
  readonly twoSteps: 'said' | 'always'
  readonly domains: readonly string[]
}

/** Reads the settings. Throws Sorry, naming the setting, its format and its default, at the first bad one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const get = <N extends Name>(name: N) => {
    const { read, format, default: fallback } = settings[name] as Setting<unknown>
    const given = env[name]
    if (given === undefined || given === '') return undefined
    const value = read(given)
    if (value === undefined) {
      throw new Sorry(
        `The setting ${name} is not right. It must be ${format}. Without it, it is: ${fallback || 'not set'}.`,
      )
    }
    return value as NonNullable<ReturnType<(typeof settings)[N]['read']>>
  }
  const port = get('PORT') ?? 3000
  const data = get('LANYARD_DATA') ?? resolve('data')
  const databaseUrl = get('DATABASE_URL')
  return {
    port,
    host: get('LANYARD_HOST') ?? 'localhost',
    url: get('LANYARD_URL') ?? `http://localhost:${port}`,
    data,
    databaseUrl,
    mail: get('LANYARD_MAIL'),
    mailFrom: get('LANYARD_MAIL_FROM') ?? settings.LANYARD_MAIL_FROM.default,
    mailDomain: get('LANYARD_MAIL_DOMAIN') || undefined,
    mailListen: get('LANYARD_MAIL_LISTEN') ?? settings.LANYARD_MAIL_LISTEN.default,
    notify: notifyOf({
      key: get('LANYARD_NOTIFY_KEY'),
      template: get('LANYARD_NOTIFY_TEMPLATE'),
      url: get('LANYARD_NOTIFY_URL'),
      callback: get('LANYARD_NOTIFY_CALLBACK'),
    }),
    clamav: get('LANYARD_CLAMAV') || undefined,
    demo: (get('LANYARD_DEMO') ?? (databaseUrl ? 'no' : 'yes')) === 'yes',
    sessionHours: get('LANYARD_SESSION_HOURS') ?? 12,
    familyMinutes: get('LANYARD_FAMILY_MINUTES') ?? 30,
    secretFile: get('LANYARD_SECRET_FILE') ?? resolve(data, 'secrets.json'),
    witness: get('LANYARD_WITNESS') ?? resolve(data, 'witness'),
    oidc: oidcOf({
      issuer: get('LANYARD_OIDC_ISSUER'),
      clientId: get('LANYARD_OIDC_CLIENT_ID'),
      clientSecret: get('LANYARD_OIDC_CLIENT_SECRET'),
      name: get('LANYARD_OIDC_NAME') ?? settings.LANYARD_OIDC_NAME.default,
      twoSteps: get('LANYARD_OIDC_TWO_STEPS') ?? 'said',
      domains: get('LANYARD_OIDC_DOMAINS')?.split(',') ?? [],
    }),
  }
}

type Given<T> = { readonly [K in keyof T]: T[K] | undefined }

function oidcOf(
  given: Given<Pick<Oidc, 'issuer' | 'clientId' | 'clientSecret'>> &
    Omit<Oidc, 'issuer' | 'clientId' | 'clientSecret'>,
): Config['oidc'] {
  const { issuer, clientId, clientSecret } = given
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret) {
    throw new Sorry(
      'The settings LANYARD_OIDC_ISSUER, LANYARD_OIDC_CLIENT_ID and LANYARD_OIDC_CLIENT_SECRET go together. Set all three, or none.',
    )
  }
  return { ...given, issuer, clientId, clientSecret }
}
