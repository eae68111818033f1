import { type OwnRule, ownAmong } from '../own-rules/index.ts'
import { type Ground, type PersonActor, type Reader, read } from '../records/index.ts'
import { handler, type Visit } from '../screens/index.ts'
import { type Asking, questionAsked } from './asking.ts'
import { type Judged, judge } from './judge.ts'
import { takeAnswer } from './progress.ts'
import { answerContent, notChosen, questionContent } from './question-view.tsx'
import { routes } from './routes.ts'

type Find = (reader: Reader<PersonActor>) => Promise<Asking | undefined>

/** The page of a question, and of what came of an answer: which answer stands in the address, and nowhere else. */
async function showQuestion(ground: Ground, visit: Visit<never>, find: Find): Promise<Response> {
  const { actor, url, page, go, missing } = visit
  if (!actor) return missing()
  const said = url.searchParams.get('said')
  const found = await read(ground, actor, async reader => {
    const asking = await find(reader)
    const judged = asking && said !== null ? judge(asking.question, said, asking.rules) : undefined
    return asking && { asking, judged, own: judged ? await ownRulesIn(reader, judged) : [] }
  })
  if (!found) return go(routes.path.to())
  const { asking, judged, own } = found
  return page(
    said !== null && judged ? answerContent(asking, { said, judged, own }) : questionContent(asking),
  )
}

/** The rules of the organisation's own that made it so, in its own words. */
const ownRulesIn = (reader: Reader<PersonActor>, { by }: Judged): Promise<readonly OwnRule[]> =>
  'why' in by
    ? Promise.resolve([])
    : ownAmong(
        reader,
        by.flatMap(({ ruling }) => ruling.rows),
      )

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
