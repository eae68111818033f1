import type { Person } from './person.ts'

/** The answers that a page offers, in its order. */
export const answersOn = (html: string): readonly string[] =>
  [...html.matchAll(/<input[^>]*name="said"[^>]*>/g)].map(
    ([input]) => /value="([^"]*)"/.exec(input)?.[1] ?? '',
  )

/** Whether a page says that an answer was right. */
export const saysRight = (html: string): boolean => html.includes('That is right')

/** Answers a question, trying each answer in turn until one is right. Says how many answers it took. */
export async function answerUntilRight(person: Person, at: string): Promise<number> {
  const answers = answersOn(await (await person.get(at)).text())
  for (const [tried, said] of answers.entries()) {
    const to = await person.go(at, { said })
    if (saysRight(await (await person.get(to)).text())) return tried + 1
  }
  throw new Error(`no answer of ${answers.length} to ${at} is right`)
}

/** How many questions each lesson ends with. */
const questions = { why: 1, 'case-1': 2, 'case-2': 2, 'case-3': 1, name: 2, law: 3 } as const

/** Walks the whole path, as somebody who gets there by trying, and finishes. Every policy must be signed. */
export async function walkWhole(person: Person): Promise<void> {
  await person.go('/induction', {})
  await answerEverything(person)
  await person.go('/induction/finish', {})
}

/** Answers every question of a walk that is begun. */
export async function answerEverything(person: Person): Promise<void> {
  for (const [lesson, count] of Object.entries(questions))
    for (let question = 1; question <= count; question++)
      await answerUntilRight(person, `/induction/lessons/${lesson}/${question}`)
  for (let number = 1; number <= 8; number++)
    await answerUntilRight(person, `/induction/situations/${number}`)
}
