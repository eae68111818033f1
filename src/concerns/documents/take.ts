import { attachment } from '../../kit/documents/index.ts'
import { Refused, refuse } from '../../kit/proof.ts'
import { type Ground, inVault, write } from '../../records/index.ts'
import { type AnyHandler, handler } from '../../screens/index.ts'
import { takeStep } from '../take-step.ts'
import { documentToTake } from './access.ts'
import { documentRoutes } from './routes.ts'
import { kinds } from './rules.ts'

/** A document itself, for one who reads its concern: on the record, and to be saved. A browser runs and shows nothing of it. */
export const takePage = (ground: Ground): AnyHandler =>
  handler(documentRoutes.one, {
    async get({ actor, params, go, missing }) {
      if (!actor) return missing()
      const found = await write(ground, actor, async writer => {
        const document = await documentToTake(writer, params)
        if (document === undefined) return refuse('gone')
        if (typeof document === 'string') return refuse('closed')
        const done = await inVault(writer, inside =>
          takeStep(inside, document.concern, { step: 'document-opened', thing_id: document.row.id }),
        )
        return done.with(document)
      })
      // Where the key is to be unlocked first, or why to be said.
      if (found instanceof Refused)
        return found.reason === 'closed' ? go(documentRoutes.all.to(params)) : missing()
      const { about, bytes } = found
      return attachment(bytes, kinds[about.kind], about.name)
    },
  })
