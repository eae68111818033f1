import { parentPort } from 'node:worker_threads'

/** What goes to a thread, and what comes back. The number tells an answer from one that came too late. */
export interface Asked {
  readonly number: number
  readonly asked: unknown
}
export type Answered =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly trouble: string }

/**
 * The other end of `threadFor`: called once by the program that runs in the thread, with what answers each question.
 * An exception goes back as its message. Does nothing in a program that is not a thread.
 */
export function answering<Question, Answer>(answer: (question: Question) => Answer | Promise<Answer>): void {
  const port = parentPort
  port?.on('message', async ({ number, asked }: Asked) => {
    let back: Answered
    try {
      // What is asked comes from threadFor, which is typed with the same question.
      back = { number, answer: await answer(asked as Question) }
    } catch (error) {
      back = { number, trouble: error instanceof Error ? error.message : String(error) }
    }
    port.postMessage(back)
  })
}
