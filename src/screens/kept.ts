import { cookieLine } from '../kit/cookie.ts'
import type { PersonActor, Reader, Writer } from '../records/index.ts'
import type { Opens } from './address.ts'
import type { AnyScreen } from './screen.ts'

/** Keeps what was typed into a form whose sender's sign-in had run out, until they are back. */
export interface KeptForms {
  /** Says whether it was kept: only for somebody who was signed in until a short while ago. */
  readonly keep: (
    request: Request,
    opens: Opens,
    path: string,
    typed: Readonly<Record<string, string>>,
  ) => Promise<boolean>
  /** What this person had typed on this page. Nobody else's, and nothing old. */
  readonly find: (
    reader: Reader<PersonActor>,
    path: string,
  ) => Promise<Readonly<Record<string, string>> | undefined>
  /** It has been sent now. */
  readonly forget: (writer: Writer<PersonActor>, path: string) => Promise<void>
}

/** In an address: there is something kept for this page. */
export const keptMark = 'kept'
export const withKept = (path: string): string => `${path}?${keptMark}=yes`

/** Whether an address to go to has something kept for it. */
export const isKept = (path: string | null): boolean => new RegExp(`[?&]${keptMark}=`).test(path ?? '')

/**
 * Says to this browser that something is kept for it, so that sending it then forgets it and no other sending has to
 * look. It holds nothing; without it what is kept ends by itself.
 */
export const keptCookie = (secure: boolean): string =>
  cookieLine('lanyard.kept', 'yes', { seconds: 43_200, secure })
export const mayBeKept = (request: Request): boolean =>
  /(?:^|;\s*)lanyard\.kept=/.test(request.headers.get('cookie') ?? '')

export const keptWords =
  'You were signed out before this could be sent, so nothing was sent. What you had typed is below. Look it over, and send it.'

/** The words in a form that was sent to a screen: its own fields, and no files. */
export async function typedFor(screen: AnyScreen, request: Request): Promise<Record<string, string>> {
  const sent = await request.formData().catch(() => new FormData())
  const typed: Record<string, string> = {}
  for (const name of Object.keys(screen.fields ?? {})) {
    const value = sent.get(name)
    if (typeof value === 'string') typed[name] = value
  }
  return typed
}
