import { unkept, whenInWords } from '../guidance/index.ts'
import { Refused, refuse } from '../kit/proof.ts'
import { type Ground, type PersonActor, read, write } from '../records/index.ts'
import { handler, type Visit } from '../screens/index.ts'
import { Tick } from '../ui/index.ts'
import { leaveToDecide } from './access.ts'
import { checkPage, undoesWords } from './check-page.tsx'
import { type Deciding, decide, proposedDecision } from './decide.ts'
import { decideSteps, decidingIn, Limit, limitIn } from './decide-steps.tsx'
import { answerStep, type Given, givenIn, isSent, stepAt } from './journey.tsx'
import { routes } from './routes.ts'
import { tryOut } from './try-out.ts'
import { actWords, StandingTag, Where } from './words.tsx'

const caption = 'Take a decision'
const back = { href: routes.rules.to(), text: 'Our own rules' }
const again = [
  ['act', 'Change what it is about'],
  ['limit', 'Choose another limit'],
  ['where', 'Change where'],
  ['days', 'Change the days'],
  ['why', 'Change your words'],
] as const

type Here = Visit<'/rules/decide'>

/** A senior manager decides that a limit does not hold, for a time: one question to a page, confirmed by name. */
export const decidePage = (ground: Ground) =>
  handler(routes.decide, {
    get: visit => answer(ground, visit, visit.url.searchParams),
    async post(visit) {
      const given = givenIn(await visit.form())
      const { now, actor } = visit
      const deciding = stepAt(decideSteps(now), given) ? undefined : decidingIn(given, now)
      return isSent(given, 'check') && deciding && actor
        ? confirm(ground, visit, actor, given, deciding)
        : answer(ground, visit, given)
    },
  })

async function answer(ground: Ground, visit: Here, given: Given): Promise<Response> {
  const { actor, now } = visit
  if (!actor || !(await read(ground, actor, leaveToDecide))) return visit.missing()
  const steps = decideSteps(now)
  const found = stepAt(steps, given)
  if (found)
    return answerStep(visit, found, given, { steps, action: routes.decide.to(), from: back, caption })
  const deciding = decidingIn(given, now)
  return deciding ? check(ground, visit, actor, given, deciding) : visit.missing()
}

const notNamed = 'Tick that it is you who decides'

async function confirm(ground: Ground, visit: Here, actor: PersonActor, given: Given, deciding: Deciding) {
  if (!given.has('me')) return check(ground, visit, actor, given, deciding, notNamed)
  const done = await write(ground, actor, async writer => {
    const leave = await leaveToDecide(writer)
    return leave ? decide(writer, leave, deciding) : refuse('not-theirs')
  })
  if (!(done instanceof Refused)) return visit.go(routes.decision.to({ decision: done }))
  return done.reason === 'not-theirs' ? visit.missing() : check(ground, visit, actor, given, deciding)
}

/** The last page; where it cannot be kept to, the reason stands in the place of the button. */
async function check(
  ground: Ground,
  visit: Here,
  actor: PersonActor,
  given: Given,
  deciding: Deciding,
  unnamed?: string,
) {
  const limit = limitIn(given)
  const decision = proposedDecision(deciding, actor.name, visit.now)
  if (!limit || !decision) return visit.missing()
  const tried = await read(ground, actor, reader => tryOut(reader, { decision }, decision.on))
  const no = tried.why ? unkept[tried.why] : tried.undoes && undoesWords(tried.undoes)
  const page = checkPage({
    title: no ? 'This cannot be decided' : 'Check what changes',
    caption,
    action: routes.decide.to(),
    given,
    act: decision.act,
    rows: [
      { key: 'What it is about', value: actWords(deciding.act) },
      { key: 'The limit', value: <Limit row={limit} /> },
      {
        key: 'Where it does not hold',
        value: <Where act={deciding.act} where={deciding.conditions} always="Wherever the limit would" />,
      },
      { key: 'How it stands instead', value: <StandingTag standing={deciding.stands} /> },
      { key: 'From', value: whenInWords(deciding.begins_on) },
      { key: 'Until', value: `${whenInWords(deciding.until)}, that day too` },
      { key: 'Why', value: <span class="ly-lines">{deciding.says}</span> },
    ],
    tried,
    no,
    confirm: 'Take this decision',
    own: field => field === 'me',
    beside: (
      <Tick
        name="me"
        label="Your decision"
        hint="It is on the record in your name, and your safeguarding board sees it."
        text={`I am ${actor.name}, and I decide this for ${actor.place}`}
        value={given.get('me') ?? undefined}
        error={unnamed}
      />
    ),
    again,
    back,
  })
  if (no) return visit.page(page, { status: 409, errors: { check: no } })
  return visit.page(page, unnamed ? { status: 422, errors: { me: unnamed } } : {})
}
