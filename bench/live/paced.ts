import { setTimeout as wait } from 'node:timers/promises'

/** A place where a message can be said, and heard of on the other side. */
export interface Lane {
  /** Says it, and answers once it is acknowledged. */
  readonly say: (body: string) => Promise<void>
}

/** When each message came to the other side, by its words. */
export class Ears {
  readonly #waiting = new Map<string, (at: number) => void>()
  /** Of a text that came, looks for the mark of a message that is waited for. */
  hear(text: string): void {
    const at = performance.now()
    for (const [mark] of text.matchAll(/Mark [a-z-]+\./g)) {
      this.#waiting.get(mark)?.(at)
      this.#waiting.delete(mark)
    }
  }
  expect(mark: string): Promise<number> {
    return new Promise(done => this.#waiting.set(mark, done))
  }
  /** How many have been said and were not heard. */
  get missing(): number {
    return this.#waiting.size
  }
}

const words =
  'Thursday starts at half past six this week, in the big hall. Please bring trainers and a drink.'
let said = 0
const names = ['amber', 'birch', 'clover', 'daisy', 'ember', 'fern', 'grove', 'hazel', 'iris', 'juniper']
/** No number that could be somebody’s, and no letters that the screening knows. */
const nextMark = () => `Mark ${[...`${said++}`].map(digit => names[Number(digit)]).join('-')}.`

export interface Paced {
  readonly p50: number
  readonly p99: number
  /** Milliseconds from saying to the acknowledgement, in the middle. */
  readonly acknowledged: number
}

/** Says `rate` messages a second for `seconds`, each in the next lane, and answers how long they took to the other side. */
export async function paced(
  lanes: readonly Lane[],
  ears: Ears,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): Promise<Paced> {
  const [times, answers]: [number[], number[]] = [[], []]
  const all: Promise<void>[] = []
  const start = performance.now()
  for (let number = 0; number < rate * seconds; number++) {
    await wait(Math.max(0, start + (number * 1000) / rate - performance.now()))
    const mark = nextMark()
    const heard = ears.expect(mark)
    const from = performance.now()
    const lane = lanes[(number * 7) % lanes.length] as Lane
    all.push(lane.say(`${mark} ${words}`).then(() => void answers.push(performance.now() - from)))
    all.push(heard.then(at => void times.push(at - from)))
  }
  const late = wait(30_000, 'late')
  if ((await Promise.race([Promise.all(all), late])) === 'late')
    throw new Error(`${ears.missing} messages did not come to the other side within 30 seconds`)
  const at = (list: number[], share: number) =>
    list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0
  return { p50: at(times, 0.5), p99: at(times, 0.99), acknowledged: at(answers, 0.5) }
}

/** Keeps `atOnce` lanes busy for some seconds: how many are acknowledged in a second. */
export async function busy(lanes: readonly Lane[], atOnce: number, seconds: number): Promise<number> {
  let done = 0
  const from = performance.now()
  const until = from + seconds * 1000
  await Promise.all(
    Array.from({ length: atOnce }, async (_, first) => {
      for (let at = first; performance.now() < until; at += atOnce) {
        await (lanes[at % lanes.length] as Lane).say(`${nextMark()} ${words}`)
        done++
      }
    }),
  )
  return (done * 1000) / (performance.now() - from)
}
