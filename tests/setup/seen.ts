import { createHash } from 'node:crypto'
import type { Person } from './person.ts'

/**
 * Replaces what is random by construction by the place at which it was first met: the first id that anybody sees is `id 1`, and
 * stays so wherever it stands again. So two walks that differ in nothing else read alike, and nothing can hide: how many there
 * are, where each stands, and which are the same are all still there; only which of 2^122 ids it was is not.
 */
export class Met {
  readonly #met = new Map<string, string>()

  #as(kind: string, value: string): string {
    const name = this.#met.get(value) ?? `<${kind} ${this.#met.size + 1}>`
    this.#met.set(value, name)
    return name
  }

  in(text: string): string {
    return random.reduce(
      (done, { kind, shape }) =>
        done.replace(shape, (whole: string, before: string, value: string) =>
          whole.startsWith('<') ? whole : `${before}${this.#as(kind, value)}`,
        ),
      text,
    )
  }
}

/**
 * What is drawn anew each time a page is made or a row is stored. The first group stands before it, the second is it. Hashes and
 * signatures are here too: they are over ids and salts. A word of a language is none of these: it has no digits in it, or no
 * capitals among small letters.
 */
const random: readonly { readonly kind: string; readonly shape: RegExp }[] = [
  { kind: 'id', shape: /()\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/g },
  { kind: 'code', shape: /(name="code" value=")([0-9A-Z]{16})(?=")/g },
  { kind: 'secret', shape: /(name="secret" value=")([A-Z2-7]{16,})(?=")/g },
  // Words for a passphrase, drawn from a list.
  { kind: 'words', shape: /(class="ly-words">|name="drawn" value=")([a-z ]+)/g },
  // By which a browser takes its turn with a form.
  { kind: 'sitting', shape: /(lanyard\.telling=)([\w-]{22}(?:\.[\w-]+)?)/g },
  // A code to scan: over hashes and signatures, as those are.
  { kind: 'picture', shape: /(stroke="#000" d=")([^"]+)(?=")/g },
  { kind: 'hash', shape: /()(?<![\w+/-])([0-9a-f]{32,})(?![\w+/-])/g },
  {
    kind: 'token',
    shape:
      /()(?<![\w+/-])((?=[\w+/-]*[0-9])(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])[\w+/-]{22,}={0,2})(?![\w+/-])/g,
  },
]

/**
 * What somebody is answered at an address, to these fields where some are sent: every header, and every byte of the body. Of a
 * tile of a log, which is hashes and nothing else, how many there are.
 */
export async function answerAt(
  person: Person,
  path: string,
  met: Met,
  sent?: Readonly<Record<string, string>>,
): Promise<string> {
  const answer = sent ? await person.post(path, sent) : await person.get(path)
  const heads = [...answer.headers].map(([name, value]) => `${name}: ${value}`).sort()
  const kind = answer.headers.get('content-type') ?? ''
  const bytes = Buffer.from(await answer.arrayBuffer())
  const body = /text|json|javascript|svg/.test(kind)
    ? met.in(bytes.toString('utf8'))
    : path.includes('/tile/')
      ? `${bytes.length} bytes`
      : createHash('sha256').update(bytes).digest('base64')
  return `${answer.status}\n${met.in(heads.join('\n'))}\n\n${body}`
}

/** Where two texts first differ, with what stands around it. */
export function firstDifference(one: string, other: string): string | undefined {
  if (one === other) return undefined
  let at = 0
  while (one[at] === other[at]) at++
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 120), at + 120))
  return `${around(one)}\n    and ${around(other)}`
}
