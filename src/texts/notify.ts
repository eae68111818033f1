import type { NotifyClient } from 'notifications-node-client'

// GOV.UK Notify by its own client (github.com/alphagov/notifications-node-client): POST /v2/notifications/sms and
// GET /v2/notifications?reference=… with a JWT (HS256) of the service's id, signed with the key's secret. Statuses, errors and
// what they mean: docs.notifications.service.gov.uk/rest-api.html (github.com/alphagov/notifications-tech-docs), as they
// stood in June 2026. It says to go by status codes and error types, never by an error's words.

/** How Notify is reached. */
export interface NotifySettings {
  /** An API key as Notify shows it: its name, the service's id, the secret. */
  readonly key: string
  /** The template: one whose whole body is ((message)). */
  readonly template: string
  /** Where Notify is; its own address, unless said. */
  readonly url: string
}

/** What Notify answered to a text. */
export type Answered =
  | { readonly kind: 'taken'; readonly id: string }
  /** Surely not taken now: too many at once, or a day's limit. It may be tried again. */
  | { readonly kind: 'later' }
  /** Surely not taken: something is wrong with this number. */
  | { readonly kind: 'number' }
  /** Surely not taken: something is wrong with our key, our template or our service. */
  | { readonly kind: 'ours'; readonly status: number; readonly error: string }
  /** Nobody knows: the answer was lost, or Notify broke while it had it. */
  | { readonly kind: 'unsure' }

/** A text that Notify has. */
export interface Known {
  readonly id: string
  readonly status: string
}
/** A text that came to the service. */
export interface Came {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly words: string
  readonly at: Date
}

/** How long Notify has to answer, in milliseconds: less than a hand-over may take. */
const patience = 30_000

/** Everything that is asked of Notify. */
export function notify({ key, template, url }: NotifySettings) {
  let made: Promise<NotifyClient> | undefined
  const client = () => (made ??= clientFor(url, key))
  return {
    /** Hands one text over. `reference` is what it can be asked for by. */
    async send(number: string, words: string, reference: string): Promise<Answered> {
      try {
        const { data } = await (await client()).sendSms(template, number, {
          personalisation: { message: words },
          reference,
        })
        return { kind: 'taken', id: data.id }
      } catch (error) {
        return answeredBy(error)
      }
    },
    /** What Notify has under this reference, newest first. Throws when it cannot say. */
    async find(reference: string): Promise<readonly Known[]> {
      const { data } = await (await client()).getNotifications('sms', undefined, reference).catch(broke)
      return data.notifications.map(({ id, status }) => ({ id, status }))
    },
    /** The newest texts that came, at most 250. Throws when it cannot say. */
    async received(): Promise<readonly Came[]> {
      const { data } = await (await client()).getReceivedTexts().catch(broke)
      return data.received_text_messages.map(({ id, user_number, notify_number, content, created_at }) => ({
        id,
        from: user_number,
        to: notify_number,
        words: content,
        at: new Date(created_at),
      }))
    },
  }
}
export type Notify = ReturnType<typeof notify>

/** The client, read with the first text: a start would wait for it otherwise. */
async function clientFor(url: string, key: string): Promise<NotifyClient> {
  const { NotifyClient } = await import('notifications-node-client')
  const client = new NotifyClient(url, key)
  // It waits for ever unless it is told not to, and would follow a redirect with the key in its hand.
  const rest = client.apiClient.restClient
  client.setClient(rest.create({ timeout: patience, maxRedirects: 0, maxContentLength: 5_000_000 }))
  return client
}

/** What never left this machine: it can be handed over again without asking. */
const notSent: ReadonlySet<string | undefined> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/** The client's own error holds the token that it sent: none of that goes into a log. */
const broke = (error: Failed): never => {
  throw new Error(`Notify did not answer: ${error.response?.status ?? error.code ?? 'no answer'}`)
}

interface Failed {
  readonly code?: string
  readonly response?: { readonly status: number; readonly data?: unknown }
}

function answeredBy(error: unknown): Answered {
  const { code, response } = error as Failed
  if (!response) return notSent.has(code) ? { kind: 'later' } : { kind: 'unsure' }
  const { status } = response
  if (status === 429) return { kind: 'later' }
  if (status >= 500) return { kind: 'unsure' }
  const { error: type, message } = firstOf(response.data)
  // What is wrong with the number is the only thing that this says of one person; the field is named, its words are not read.
  if (status === 400 && type === 'ValidationError' && message.startsWith('phone_number '))
    return { kind: 'number' }
  return { kind: 'ours', status, error: type }
}

/** The first error of an answer: `{ "status_code": 400, "errors": [{ "error": "BadRequestError", "message": "…" }] }`. */
function firstOf(data: unknown): { error: string; message: string } {
  const [first] =
    (data as { errors?: readonly { error?: unknown; message?: unknown }[] } | undefined)?.errors ?? []
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '')
  return { error: text(first?.error) || 'an error without a name', message: text(first?.message) }
}
