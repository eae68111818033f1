import { type Ground, type PersonActor, type Reader, read } from '../records/index.ts'
import { handler, type Visit } from '../screens/index.ts'
import { type Asking, questionAsked } from './asking.ts'
import { judge } from './judge.ts'
import { takeAnswer } from './progress.ts'
import { answerContent, notChosen, questionContent } from './question-view.tsx'
import { routes } from './routes.ts'

type Find = (reader: Reader<PersonActor>) => Promise<Asking | undefined>

/** The page of a question, and of what came of an answer: which answer stands in the address, and nowhere else. */
async function showQuestion(ground: Ground, visit: Visit<never>, find: Find): Promise<Response> {
  const { actor, url, page, go, missing } = visit
  if (!actor) return missing()
  const asking = await read(ground, actor, find)
  if (!asking) return go(routes.path.to())
  const said = url.searchParams.get('said')
  const judged = said === null ? undefined : judge(asking.question, said, asking.rules)
  return page(said !== null && judged ? answerContent(asking, said, judged) : questionContent(asking))
}

async function answerQuestion(ground: Ground, visit: Visit<never>, find: Find): Promise<Response> {
  const { actor, form, page, go, missing } = visit
  if (!actor) return missing()
  const said = `${(await form()).get('said') ?? ''}`
  const answered = await takeAnswer(ground, actor, said, find)
  if (!answered) return go(routes.path.to())
  const { asking, judged } = answered
  if (judged) return go(`${asking.here}?${new URLSearchParams({ said })}`)
  return page(questionContent(asking, notChosen), { status: 422, errors: { said: notChosen } })
}

/** A question at the end of a lesson. */
export const lessonQuestionPage = (ground: Ground) =>
  handler(routes.question, {
    get: visit => showQuestion(ground, visit as Visit<never>, ofLesson(visit.params)),
    post: visit => answerQuestion(ground, visit as Visit<never>, ofLesson(visit.params)),
  })

/** One of the situations that a person is asked about. */
export const scenarioPage = (ground: Ground) =>
  handler(routes.scenario, {
    get: visit => showQuestion(ground, visit as Visit<never>, ofSituations(visit.params)),
    post: visit => answerQuestion(ground, visit as Visit<never>, ofSituations(visit.params)),
  })

const ofLesson =
  ({ lesson, question }: { readonly lesson: string; readonly question: string }): Find =>
  reader =>
    lesson === 'situations' ? Promise.resolve(undefined) : questionAsked(reader, lesson, question)

const ofSituations =
  ({ number }: { readonly number: string }): Find =>
  reader =>
    questionAsked(reader, 'situations', number)
