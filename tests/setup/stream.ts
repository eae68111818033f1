import { setTimeout as wait } from 'node:timers/promises'

/** One event of a stream of a conversation, and when it came, in milliseconds. */
export interface Heard {
  readonly event: string
  readonly id: string
  readonly data: string
  readonly at: number
}

/** What has come by an open stream so far, as a browser's EventSource reads it. */
export interface Listening {
  readonly heard: readonly Heard[]
  /** The ids of the messages that came, in their order, each as often as it came. */
  readonly messages: () => readonly string[]
  /** The first event that this finds, waited for as long as this. Throws when none comes. */
  readonly until: (found: (one: Heard) => boolean, within?: number) => Promise<Heard>
  readonly close: () => Promise<void>
}

/** Reads a stream until it ends or is closed. */
export function listening(answer: Response): Listening {
  if (!answer.body || !answer.headers.get('content-type')?.startsWith('text/event-stream'))
    throw new Error(`no stream: ${answer.status}`)
  const reader = answer.body.getReader()
  const heard: Heard[] = []
  const decoder = new TextDecoder()
  const read = async () => {
    for (let held = ''; ; ) {
      const { value, done } = await reader.read()
      if (done) return
      held += decoder.decode(value, { stream: true })
      const whole = held.split('\n\n')
      held = whole.pop() ?? ''
      heard.push(...whole.flatMap(heardIn))
    }
  }
  const over = read().catch(() => {})
  return {
    heard,
    messages: () => heard.flatMap(({ event, id }) => (event === 'message' ? [id] : [])),
    async until(found, within = 5_000) {
      for (const end = Date.now() + within; Date.now() < end; await wait(2)) {
        const one = heard.find(found)
        if (one) return one
      }
      throw new Error(`it did not come within ${within} ms; there came: ${JSON.stringify(heard)}`)
    },
    async close() {
      await reader.cancel()
      await over
    },
  }
}

function heardIn(text: string): Heard[] {
  const fields = new Map(
    text.split('\n').map((line): [string, string] => {
      const at = line.indexOf(':')
      return [line.slice(0, at), line.slice(at + 1).trimStart()]
    }),
  )
  const data = fields.get('data')
  return data === undefined
    ? []
    : [{ event: fields.get('event') ?? 'message', id: fields.get('id') ?? '', data, at: Date.now() }]
}
