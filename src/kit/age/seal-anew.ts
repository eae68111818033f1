import { programBeside, threadFor } from '../threads/index.ts'
import { type Anew, drawAndSeal, type SealedAnew } from './anew.ts'

// A millisecond and a half for each: little for one, and much where fifty people tell of something at the same moment and each of
// them waits for all the others'. So one alone is sealed here, and more at once in a thread, which by then is worth starting.

const inThread = threadFor<readonly Anew[], readonly SealedAnew[]>(
  programBeside(import.meta.url, 'anew.thread'),
  {
    mostMillis: 10_000,
    mostMegabytes: 128,
  },
)
/** Whoever comes after so many milliseconds in which nobody did is alone. */
const quiet = 1000

interface Waiting {
  readonly anew: Anew
  readonly done: (sealed: SealedAnew | Promise<SealedAnew>) => void
}

let lastCame = Number.NEGATIVE_INFINITY
let waiting: Waiting[] = []
let isBusy = false

/** Those that came while the thread had others go to it together: it waits for no answer of the event loop in between. */
async function empty(): Promise<void> {
  if (isBusy) return
  isBusy = true
  while (waiting.length > 0) {
    const these = waiting
    waiting = []
    try {
      const sealed = await inThread(these.map(({ anew }) => anew))
      for (const [at, one] of sealed.entries()) these[at]?.done(one)
    } catch {
      // Whatever became of the thread, nothing that was told is lost with it. What cannot be sealed fails by itself.
      for (const { anew, done } of these) done(drawAndSeal(anew))
    }
  }
  isBusy = false
}

/** As `drawAndSeal`; away from the event loop where several come within a second. */
export async function sealAnew(anew: Anew): Promise<SealedAnew> {
  // By time, and not by what is under way: the event loop seals one from beginning to end before it comes to the next.
  const isAlone = performance.now() - lastCame > quiet
  lastCame = performance.now()
  if (isAlone) return drawAndSeal(anew)
  return new Promise<SealedAnew>(done => {
    waiting.push({ anew, done })
    void empty()
  })
}
