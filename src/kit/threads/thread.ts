import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answered } from './answering.ts'

/** The work took longer than it may. It was stopped, and nothing came of it. */
export class OutOfTime extends Error {}
/** The thread came to an end by itself: mostly, it wanted more memory than it may have. */
export class ThreadEnded extends Error {}
/** Too many wait already. Nothing was begun. */
export class Overcrowded extends Error {}

export interface ThreadLimits {
  /** How long one piece of work may take, in milliseconds, counted from when its turn comes. */
  readonly mostMillis: number
  /** How much memory JavaScript may take in the thread, in megabytes. Native code and buffers are not counted. */
  readonly mostMegabytes: number
  /** How many may wait for their turn. 200 unless said. */
  readonly mostWaiting?: number
}

/** The program of this name that stands beside a module, compiled as the module is: `.ts` in a test, `.js` when built. */
export const programBeside = (module: string, name: string): URL =>
  new URL(`./${name}${extname(new URL(module).pathname)}`, module)

/** A thread with nothing to do ends after this long, and gives back what memory it holds. In milliseconds. */
const idleFor = 60_000

/**
 * A thread that does one piece of work after another away from the event loop, so that no visitor waits for another’s
 * document. It starts with the first question and never keeps the process from ending. Work that runs over its time or
 * its memory is stopped with its thread, and the next begins in a new one. The promise fails with OutOfTime, ThreadEnded
 * or Overcrowded, or with an Error that carries what the program threw.
 */
export function threadFor<Question, Answer>(
  program: URL,
  limits: ThreadLimits,
): (question: Question) => Promise<Answer> {
  let worker: Worker | undefined
  let count = 0
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const end = () => {
    const ended = worker
    worker = undefined
    return ended?.terminate()
  }
  const started = (): Worker => {
    if (worker) return worker
    // The same program however the process itself was started: none of its own switches go along.
    const resourceLimits = { maxOldGenerationSizeMb: limits.mostMegabytes }
    const begun = new Worker(program, { execArgv: [], resourceLimits })
    // An error without a listener would end the process. Whoever waits for an answer listens too.
    begun.on('error', () => {})
    begun.once('exit', () => {
      if (worker === begun) worker = undefined
    })
    worker = begun
    return begun
  }
  const work = async (question: Question): Promise<Answer> => {
    clearTimeout(idle)
    const number = ++count
    try {
      return (await answerFrom(started(), { number, asked: question }, limits.mostMillis)) as Answer
    } catch (error) {
      if (error instanceof OutOfTime || error instanceof ThreadEnded) void end()
      throw error
    } finally {
      idle = setTimeout(end, idleFor).unref()
    }
  }

  return async question => {
    if (waiting >= (limits.mostWaiting ?? 200)) throw new Overcrowded('Too many wait for this thread.')
    waiting++
    const turn = last.then(() => work(question))
    last = turn.catch(() => {})
    try {
      return await turn
    } finally {
      waiting--
    }
  }
}

function answerFrom(
  worker: Worker,
  asked: { readonly number: number; readonly asked: unknown },
  mostMillis: number,
): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const late = setTimeout(
    () => reject(new OutOfTime(`The work took longer than ${mostMillis} ms.`)),
    mostMillis,
  )
  const hear = (back: Answered) => {
    if (back.number !== asked.number) return
    if ('trouble' in back) reject(new Error(back.trouble))
    else resolve(back.answer)
  }
  const fail = (error: Error) => reject(new ThreadEnded(error.message))
  const exit = (code: number) => reject(new ThreadEnded(`The thread ended with ${code}.`))
  worker.on('message', hear).on('error', fail).on('exit', exit)
  worker.ref()
  worker.postMessage(asked)
  return promise.finally(() => {
    clearTimeout(late)
    worker.off('message', hear).off('error', fail).off('exit', exit)
    worker.unref()
  })
}
