import { read } from '../records/index.ts'
import { missingPage } from './error-pages.tsx'
import { partOfNetwork } from './from.ts'
import type { AnyHandler, Visit } from './handler.ts'
import type { Passage } from './passage.ts'
import { sentForm } from './sent-form.ts'

/** Answers a request by hand, after the admission and the "what is owed first" that screens have. */
export async function answerHandler(passage: Passage, handler: AnyHandler): Promise<Response> {
  const { context, serving, visitor, url, render } = passage
  const actor = visitor.kind === 'staff' || visitor.kind === 'family' ? visitor.actor : undefined
  if (actor && passage.admission === 'in-unless-policy-owed') {
    const to = await read(serving.ground, actor, serving.owedFirst)
    if (to) return context.redirect(to, 303)
  }
  const visit: Visit = {
    request: context.req.raw,
    url,
    params: context.req.param() as Visit['params'],
    actor,
    now: serving.ground.clock(),
    from: partOfNetwork(context),
    form: () => sentForm(context.req.raw),
    page: (content, { status = 200, headers = {}, errors } = {}) =>
      render({ content, actor, errors }, status, headers),
    go: (to, cookies = []) => {
      const headers = new Headers({ location: to, 'cache-control': 'no-store' })
      for (const cookie of cookies) headers.append('set-cookie', cookie)
      return new Response(null, { status: 303, headers })
    },
    missing: () => render({ content: missingPage, actor }, 404),
  }
  const method = context.req.method === 'HEAD' ? 'GET' : context.req.method
  const answer = method === 'GET' ? handler.get : method === 'POST' ? handler.post : undefined
  return answer ? answer(visit as Visit<never>) : visit.missing()
}
