import { parseForm, type Sent } from '../kit/forms/index.ts'
import { Refused } from '../kit/proof.ts'
import type { Ground, PersonActor } from '../records/index.ts'
import { type Content, handler, type Visit } from '../screens/index.ts'
import { codeCookie } from './code-cookie.ts'
import { factsOf, fields, type Typed } from './form.ts'
import type { Report } from './heard.ts'
import { routes } from './routes.ts'
import { answerIt, BeforeSending, BeforeTheyRead, pointedOut } from './ways-in/before-sending.tsx'
import { gateAnswer } from './ways-in/gate-answer.ts'
import { broughtIn, shownAgain } from './ways-in/no-pictures.ts'
import { Busy, closed, cutOff, Nobody, NotOn } from './ways-in/not-sent.tsx'
import { readingWithin } from './ways-in/reading.ts'
import { inItsTurn, type Sittings, sittingCookie } from './ways-in/sitting.ts'
import { type Fault, type Take, taking } from './ways-in/take-together.ts'
import { type Shown, wordsPage } from './ways-in/words-page.tsx'
import { type Telling, tellingOf, type Where, whereOf } from './where.ts'
import type { State } from './words-form.tsx'

type Words = typeof routes.words | typeof routes.childWords
type Sending = Visit<'/tell/:place/child/words' | '/tell/:place/words'>

/** A form is read before its turn comes: who sends slowly keeps nobody waiting but themselves. */
const readForm = readingWithin({ most: 300, seconds: 20 })

/** Says what worries one: one page, and everything on it but the words themselves may be left out. */
const wordsAt = (ground: Ground, at: Words, sittings: Sittings, take: Take) =>
  handler(at, {
    async get({ request, params, actor, page, missing, go, url }) {
      const where = await whereFor(ground, at, params.place, actor)
      if (!where) return missing()
      if (!where.open) return page(closed(where))
      const danger = gateAnswer(url)
      if (!danger) return go((at === routes.words ? routes.gate : routes.childGate).to(params))
      const state = { typed: { danger }, errors: {} }
      return page(wordsPage(where, state), { headers: sittingCookie(request, sittings) })
    },
    async post(visit) {
      const form = await readForm(visit.from, visit.form)
      if (!form) return visit.page(cutOff, { status: 408 })
      const told = await inItsTurn(visit, sittings, sizeOf(form), () =>
        tell({ ground, at, take, secure: sittings.secure }, visit, form),
      )
      if (told !== 'busy') return told
      const where = await whereFor(ground, at, visit.params.place, visit.actor)
      const { state } = parseForm(fields, form)
      return where
        ? visit.page(wordsPage(where, again(state), <Busy where={where} />), { status: 503 })
        : visit.missing()
    },
  })

export function wordsPages(ground: Ground, sittings: Sittings & { readonly fault: Fault }) {
  const take = taking(ground, sittings.fault)
  return [wordsAt(ground, routes.words, sittings, take), wordsAt(ground, routes.childWords, sittings, take)]
}

/** What is held of a form while it waits, in bytes or so. */
const sizeOf = (form: FormData): number =>
  [...form.values()].reduce(
    (sum, value) => sum + (typeof value === 'string' ? value.length * 2 : value.size),
    0,
  )

async function whereFor(ground: Ground, at: Words, place: string, actor: PersonActor | undefined) {
  const where = await whereOf(ground, place, actor)
  return where && as(at, where)
}

/** At a child’s form, whoever tells is taken for a child. */
const as = <T extends Telling>(at: Words, telling: T): T =>
  at === routes.childWords ? { ...telling, child: true } : telling

/** What is shown again: with no picture in it. */
const again = (state: State): State => ({ ...state, typed: shownAgain(state.typed) })

/** Where it is told, and what takes it. */
interface Told {
  readonly ground: Ground
  readonly at: Words
  readonly take: Take
  /** Whether cookies go by https alone. */
  readonly secure: boolean
}

async function tell({ ground, at, take, secure }: Told, visit: Sending, form: FormData): Promise<Response> {
  const { params, actor, page, missing, go } = visit
  const found = await tellingOf(ground, params.place, actor)
  if (!found) return missing()
  const telling = as(at, found)
  // What the organisation says of itself is read only where the form is shown again.
  const shown = async (state: Shown, status: number, above?: (where: Where) => Content['body']) => {
    const where = await whereFor(ground, at, params.place, actor)
    return where ? page(wordsPage(where, state, above?.(where)), { status, errors: state.errors }) : missing()
  }
  const { words, refused } = await broughtIn(form)
  const parsed = parseForm(fields, telling.child ? aboutOrNot(words) : words)
  const errors = { ...parsed.state.errors, ...(refused ? { words: refused } : {}) }
  if (!parsed.ok || refused) return shown(again({ ...parsed.state, errors }), 422)
  const { values } = parsed
  const points = values.asked || telling.child ? [] : pointedOut(values.words)
  if (points.length > 0) return shown(asked(parsed.state), 200, () => <BeforeSending points={points} />)
  const done = await take(telling, reportOf(telling, values))
  if (done instanceof Refused && done.reason === 'is-it-about') {
    const names = done.facts
    const left = values.asksAbout ? { isAbout: answerIt(names) } : {}
    const state = { ...asked(parsed.state), errors: left, names }
    return shown(state, values.asksAbout ? 422 : 200, BeforeTheyRead)
  }
  if (done instanceof Refused) {
    const Why = done.reason === 'not-on' ? NotOn : Nobody
    return shown(parsed.state, 409, where => <Why where={where} />)
  }
  return go(`${routes.told.to()}?sent=${encodeURIComponent(params.place)}`, [codeCookie(done.code, secure)])
}

const asked = (state: State): State => ({ ...state, typed: { ...state.typed, asked: 'yes' } })

/** A child need not say whose doing it is. */
const aboutOrNot = (words: Sent): Sent => ({
  get: name => words.get(name) ?? (name === 'about' ? 'unknown' : null),
})

function reportOf({ actor, whom, child }: Telling, typed: Typed): Report {
  const { words, who, when, web, device, name, reach, nameless, code, isAbout } = typed
  const named = actor && !nameless ? actor : undefined
  const told = nameless ? {} : { name: name ?? named?.name, reach }
  const own = typed.self && typed.about === 'worker' ? named?.name : undefined
  const adult = [own, typed.adult].filter(Boolean).join(' and ') || undefined
  return {
    facts: factsOf(named ? { ...typed, name: named.name } : typed),
    said: { words, who, adult, when, web, device, ...(child ? { child } : {}), ...told },
    code,
    cameBy: named ? (whom === 'staff' ? 'staff' : 'family') : 'anyone',
    by: named?.personId,
    isAbout,
  }
}
