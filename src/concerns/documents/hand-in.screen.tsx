import { type Ground, inVault, type PersonActor, read, write } from '../../records/index.ts'
import { type Content, handler } from '../../screens/index.ts'
import { concernHere } from '../access.ts'
import type { Checking } from './checking.ts'
import { HandInForm } from './form.tsx'
import { documentRoutes } from './routes.ts'
import { emptyState, type State, takeIn } from './take-in.ts'

/** One who reads a concern hands in a document. By hand, as a file is no field, and looking at one takes longer than a transaction should. */
export const handInPage = (ground: Ground, checking: Checking) =>
  handler(documentRoutes.handIn, {
    async get({ actor, params, page, missing }) {
      const concern = actor && (await here(ground, actor, params.concern))
      return concern ? page(content(params.concern, emptyState, checking)) : missing()
    },
    async post({ actor, params, form, page, go, missing, now }) {
      const concern = actor && (await here(ground, actor, params.concern))
      if (!actor || !concern) return missing()
      const done = await takeIn(await form(), {
        concern,
        by: actor.personId,
        now,
        checking,
        asks: question => read(ground, actor, reader => inVault(reader, question)),
        keeps: work => write(ground, actor, writer => inVault(writer, work)),
      })
      if (typeof done === 'string') return go(documentRoutes.all.to(params))
      return page(content(params.concern, done, checking), { status: 422, errors: { ...done.errors } })
    },
  })

const here = (ground: Ground, actor: PersonActor, concern: string) =>
  read(ground, actor, reader => concernHere(reader, concern))

const content = (concern: string, state: State, { clamav }: Checking): Content => ({
  title: 'Hand in a document',
  back: { href: documentRoutes.all.to({ concern }), text: 'Documents' },
  body: <HandInForm state={state} checked={clamav !== undefined} />,
})
