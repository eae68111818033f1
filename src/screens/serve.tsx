import { Hono, type HonoRequest } from 'hono'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { MayHaveHappened } from '../kit/db/index.ts'
import { late, soon } from '../kit/soon.ts'
import { OutOfTime, Overcrowded } from '../kit/threads/index.ts'
import { admit, type Visitor } from './admit.ts'
import { answerHandler } from './answer-handler.ts'
import { answerScreen } from './answer-screen.ts'
import {
  busyPage,
  fromElsewherePage,
  mayBeSavedPage,
  missingPage,
  notAFormPage,
  tooLargePage,
  tooManyPage,
  troublePage,
} from './error-pages.tsx'
import { isFromElsewhere } from './guard.ts'
import type { AnyHandler } from './handler.ts'
import { keptCookie, typedFor, withKept } from './kept.ts'
import { largestForm, unlessTooLarge } from './largest.ts'
import type { Framed, Passage, Serving } from './passage.ts'
import type { AnyScreen } from './screen.ts'
import { NotAForm } from './sent-form.ts'
import { toldAlready, toldIn } from './told.ts'
import { TooMany } from './too-many.ts'
import { takeTurn } from './turns.ts'

/** A router of these pages and no others. Every answer is framed, every address is guarded, every fault is caught here. */
export function serve(serving: Serving, pages: readonly (AnyScreen | AnyHandler)[]): Hono {
  const app = new Hono()
  const render =
    ({ raw }: HonoRequest) =>
    (framed: Omit<Framed, 'path' | 'told'>, status = 200, headers: HeadersInit = {}) => {
      const told = toldIn(raw)
      const page = htmlPage(
        serving.frame({ ...framed, path: new URL(raw.url).pathname, told }),
        status,
        headers,
      )
      if (told) page.headers.append('set-cookie', toldAlready)
      return page
    }

  // What another machine sends comes from elsewhere by its nature, and goes by its own token alone.
  const machines = new Set(pages.flatMap(({ address }) => (address.machine ? [address.pattern] : [])))
  app.use(async (context, next) =>
    isFromElsewhere(context.req.raw, machines.has(context.req.path))
      ? render(context.req)({ content: fromElsewherePage, actor: undefined }, 403)
      : next(),
  )
  for (const page of pages) {
    app.all(page.address.pattern, async context => {
      const url = new URL(context.req.url)
      const { opens, atAnyRate } = page.address
      const coming = serving.visitor(context.req.raw, opens)
      const visitor = atAnyRate ? await knownSoon(coming) : await coming
      const passage: Passage = {
        serving,
        context,
        url,
        visitor,
        admission: admit(visitor, opens),
        render: render(context.req),
      }
      const turnedAway = await turnAway(passage, page)
      if (turnedAway) return turnedAway
      return inTurn(passage, page, () =>
        unlessTooLarge(
          context,
          page.address,
          () => (page.kind === 'screen' ? answerScreen(passage, page) : answerHandler(passage, page)),
          takes => passage.render({ content: tooLargePage(takes), actor: actorOf(visitor) }, 413),
        ),
      )
    })
  }
  app.notFound(async context => {
    const actor = actorOf(await serving.visitor(context.req.raw, 'anyone'))
    return render(context.req)({ content: missingPage, actor }, 404)
  })
  app.onError((error, context) => {
    const page = render(context.req)
    if (error instanceof TooMany) {
      return page({ content: tooManyPage(error.minutes, error.instead), actor: undefined }, 429, {
        'retry-after': `${error.minutes * 60}`,
      })
    }
    if (error instanceof Overcrowded || error instanceof OutOfTime)
      return page({ content: busyPage, actor: undefined }, 503, inAMinute)
    if (error instanceof NotAForm) return page({ content: notAFormPage, actor: undefined }, 400)
    const reference = crypto.randomUUID().slice(0, 8).toUpperCase()
    serving.fault(error, reference, `${context.req.method} ${context.req.routePath}`)
    const content = (error instanceof MayHaveHappened ? mayBeSavedPage : troublePage)(reference)
    return page({ content, actor: undefined }, 500)
  })
  return app
}

/** Whoever came, if that is known in a moment; nobody, if it is not. */
async function knownSoon(coming: Promise<Visitor>): Promise<Visitor> {
  const known = await soon(coming, 500)
  return known === late ? { kind: 'nobody' } : known
}

/** Whoever came stays signed in before their eyes, even where there is nothing for them. */
const actorOf = (visitor: Visitor) =>
  visitor.kind === 'staff' || visitor.kind === 'family' ? visitor.actor : undefined

const inAMinute = { 'retry-after': '60' }

/** Answers when it is this person's turn; where they have as much under way as they may, nothing that was sent is read. */
async function inTurn(
  { context, visitor, render }: Passage,
  { address }: AnyScreen | AnyHandler,
  answer: () => Promise<Response>,
): Promise<Response> {
  const actor = actorOf(visitor)
  const turn = actor ? takeTurn(address, context.req.method, actor.personId) : () => {}
  if (!turn) return render({ content: busyPage, actor }, 503, inAMinute)
  return answer().finally(turn)
}

async function turnAway(passage: Passage, page: AnyScreen | AnyHandler): Promise<Response | undefined> {
  const { admission, serving, context, render, visitor } = passage
  if (admission === 'in' || admission === 'in-unless-policy-owed') return undefined
  if (admission === 'missing') return render({ content: missingPage, actor: actorOf(visitor) }, 404)
  const entrance = serving.entrances[admission]
  const next = await nextAfter(passage, page)
  return context.redirect(next ? `${entrance}?next=${encodeURIComponent(next)}` : entrance, 303)
}

/** Where to go once signed in: the page that was asked for; or the form that was sent, with what was typed if that is kept. */
async function nextAfter(
  { serving, context, url }: Passage,
  page: AnyScreen | AnyHandler,
): Promise<string | undefined> {
  if (context.req.method === 'GET') return url.pathname + url.search
  if (context.req.method !== 'POST' || page.kind !== 'screen' || !page.submit) return undefined
  const nothing = () => new Response()
  let kept = false
  // From somebody whom nobody has admitted, no more is read than a form may hold.
  const keep = async () => {
    const typed = await typedFor(page, context.req.raw)
    const keeps = page.keeps?.(typed) ?? typed
    kept = await serving.kept.keep(context.req.raw, page.address.opens, url.pathname, keeps)
    return nothing()
  }
  await unlessTooLarge(context, { ...page.address, takes: largestForm }, keep, nothing)
  if (!kept) return undefined
  context.header('set-cookie', keptCookie(serving.secure), { append: true })
  return withKept(url.pathname)
}

function htmlPage(tree: VNode, status: number, headers: HeadersInit): Response {
  const all = new Headers(headers)
  all.set('content-type', 'text/html; charset=utf-8')
  if (!all.has('cache-control')) all.set('cache-control', 'no-store')
  return new Response(`<!doctype html>${renderToString(tree)}`, { status, headers: all })
}
