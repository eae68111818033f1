import { unkept } from '../guidance/index.ts'
import { Refused, refuse } from '../kit/proof.ts'
import { type Ground, type PersonActor, read, write } from '../records/index.ts'
import { handler, type Visit } from '../screens/index.ts'
import { leaveToTighten } from './access.ts'
import { checkPage, undoesWords } from './check-page.tsx'
import { answerStep, type Given, givenIn, isSent, stepAt } from './journey.tsx'
import { routes } from './routes.ts'
import { type Asking, proposedTightening, tighten } from './tighten.ts'
import { askingIn, tightenSteps } from './tighten-steps.tsx'
import { tryOut } from './try-out.ts'
import { actWords, tighteningWords, Where } from './words.tsx'

const caption = 'Ask for more than the guidance does'
const back = { href: routes.rules.to(), text: 'Our own rules' }
const again = [
  ['act', 'Change what it is about'],
  ['where', 'Change when it holds'],
  ['standing', 'Change what it asks'],
  ['why', 'Change your words'],
] as const

type Here = Visit<'/rules/tighten'>

/** Adds a tightening: one question to a page, then exactly what it changes, then the press that sets it. */
export const tightenPage = (ground: Ground) =>
  handler(routes.tighten, {
    get: visit => answer(ground, visit, visit.url.searchParams),
    async post(visit) {
      const given = givenIn(await visit.form())
      const asking = stepAt(tightenSteps, given) ? undefined : askingIn(given)
      return isSent(given, 'check') && asking && visit.actor
        ? confirm(ground, visit, visit.actor, given, asking)
        : answer(ground, visit, given)
    },
  })

async function answer(ground: Ground, visit: Here, given: Given): Promise<Response> {
  const { actor } = visit
  if (!actor || !(await read(ground, actor, leaveToTighten))) return visit.missing()
  const found = stepAt(tightenSteps, given)
  if (found) {
    const around = { steps: tightenSteps, action: routes.tighten.to(), from: back, caption }
    return answerStep(visit, found, given, around)
  }
  const asking = askingIn(given)
  return asking ? check(ground, visit, actor, given, asking) : visit.missing()
}

async function confirm(ground: Ground, visit: Here, actor: PersonActor, given: Given, asking: Asking) {
  const done = await write(ground, actor, async writer => {
    const leave = await leaveToTighten(writer)
    return leave ? tighten(writer, leave, asking) : refuse('not-theirs')
  })
  if (!(done instanceof Refused)) return visit.go(routes.tightening.to({ tightening: done }))
  return done.reason === 'not-theirs' ? visit.missing() : check(ground, visit, actor, given, asking)
}

/** The last page; where it cannot be kept to, the reason stands in the place of the button. */
async function check(ground: Ground, visit: Here, actor: PersonActor, given: Given, asking: Asking) {
  const tightening = proposedTightening(asking, actor.name, visit.now)
  if (!tightening) return visit.missing()
  const tried = await read(ground, actor, reader => tryOut(reader, { tightening }, tightening.on))
  const no = tried.why ? unkept[tried.why] : tried.undoes && undoesWords(tried.undoes)
  const page = checkPage({
    title: no ? 'This rule cannot be set' : 'Check what changes',
    caption,
    action: routes.tighten.to(),
    given,
    act: tightening.act,
    rows: [
      { key: 'What it is about', value: actWords(asking.act) },
      { key: 'When it holds', value: <Where act={asking.act} where={asking.conditions} /> },
      { key: 'What it asks', value: tighteningWords(asking) },
      { key: 'In your words', value: <span class="ly-lines">{asking.says}</span> },
      { key: 'Set by', value: `${actor.name}, from today on` },
    ],
    tried,
    no,
    confirm: 'Set this rule',
    again,
    back,
  })
  return visit.page(page, no ? { status: 409, errors: { check: no } } : {})
}
