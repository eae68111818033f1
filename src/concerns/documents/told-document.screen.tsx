import { inFull } from '../../kit/clock.ts'
import { type Ground, read, system, write } from '../../records/index.ts'
import { type Content, handler } from '../../screens/index.ts'
import { List, Panel, Subheading } from '../../ui/index.ts'
import { type Told, toldBy } from '../access.ts'
import { codeIn } from '../code-cookie.ts'
import { routes } from '../routes.ts'
import { inTurn } from '../ways-in/in-turn.ts'
import { readingWithin } from '../ways-in/reading.ts'
import type { Checking } from './checking.ts'
import { HandInForm } from './form.tsx'
import { selectDocuments, selectWaitingOf } from './queries.ts'
import { documentRoutes } from './routes.ts'
import { largestForm, refusals } from './rules.ts'
import { emptyState, type State, stateOf, takeIn } from './take-in.ts'

// A document is read before its turn comes, so many at once as fit in memory. Then each concern in its turn: many who send at once, or
// one slowly, keep nobody from telling of anything.
const readDocument = readingWithin({ most: 12, seconds: 90 })
const takeTurn = inTurn({ atOnce: 4, waiting: 2 })

/** Whoever told of a concern hands in a document, with their code: after the telling, which it never keeps waiting. */
export const toldDocumentPage = (ground: Ground, checking: Checking) =>
  handler(documentRoutes.told, {
    async get({ request, url, page, missing }) {
      const code = codeIn(request)
      const told = code && (await toldBy(ground, code))
      if (!told) return missing()
      const sent = url.searchParams.has('sent')
      return page(content(await handedIn(ground, told), emptyState, { checking, sent }))
    },
    async post({ request, form, page, go, now, from }) {
      const code = codeIn(request)
      const told = code && (await toldBy(ground, code))
      if (!told) return go(routes.told.to())
      const sent = await readDocument(from, form)
      const over = sent && (await takeTurn({ place: from, sitting: told.id, size: largestForm }))
      if (!over) {
        const before = sent ? stateOf(sent) : emptyState
        const state = { ...before, errors: { file: refusals[sent ? 'busy' : 'too-slow'] } }
        return page(content(await handedIn(ground, told), state, { checking }), { status: sent ? 503 : 408 })
      }
      try {
        const done = await takeIn(sent, {
          concern: told.row,
          by: null,
          now,
          checking,
          asks: question => read(ground, system(told.vault), question),
          keeps: work => write(ground, system(told.vault), work),
        })
        if (typeof done === 'string') return go(`${documentRoutes.told.to()}?sent=yes`)
        const again = content(await handedIn(ground, told), done, { checking })
        return page(again, { status: 422, errors: { ...done.errors } })
      } finally {
        over()
      }
    },
  })

interface HandedIn {
  readonly id: string
  readonly at: Date
  readonly waits: boolean
}

/** What they have handed in themselves: no more than when, and whether it waits. */
const handedIn = (ground: Ground, { vault, id }: Told): Promise<readonly HandedIn[]> =>
  read(ground, system(vault), async ({ db }) => {
    const kept = await selectDocuments(db, vault, id)
    const waiting = await selectWaitingOf(db, vault, id)
    return [
      ...kept.map(one => ({ ...one, waits: false })),
      ...waiting.map(one => ({ ...one, waits: true })),
    ].flatMap(one =>
      one.handed_in_by === null ? [{ id: one.id, at: one.handed_in_at, waits: one.waits }] : [],
    )
  })

const content = (
  all: readonly HandedIn[],
  state: State,
  { checking, sent }: { readonly checking: Checking; readonly sent?: boolean },
): Content => ({
  title: sent ? 'We have your document' : 'Hand in a document',
  plain: true,
  back: { href: routes.told.to(), text: 'What you told us' },
  body: (
    <>
      {sent && <Panel title="We have your document">Somebody who keeps children safe looks at it.</Panel>}
      <HandInForm
        state={state}
        checked={checking.clamav !== undefined}
        again={sent ?? false}
        wordsAt={routes.told.to()}
      />
      {all.length > 0 && (
        <>
          <Subheading>What you handed in</Subheading>
          <List
            items={all.map(({ at, waits }) =>
              waits
                ? `A document, ${inFull(at)}. It waits to be checked for viruses`
                : `A document, ${inFull(at)}`,
            )}
          />
        </>
      )}
    </>
  ),
})
