import { lockWithWords } from '../kit/age/index.ts'
import { Already } from '../kit/proof.ts'
import { type PersonActor, read, write } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Button, Heading, Paragraph } from '../ui/index.ts'
import { changeWords } from './change-lock.ts'
import { freshlyUnlocked, newestOf } from './fresh.ts'
import type { Sealing } from './page-of.ts'
import { routes } from './routes.ts'
import { makeFirst, unlockForm } from './unlock.screen.tsx'
import { parseWords, WordsFields, type Wrong } from './words-form.tsx'

const unlockFirst = (next: string) => `${routes.unlock.to()}?next=${encodeURIComponent(next)}`

/** Other words for one’s own key. Whoever finds a computer open has to know the present ones first. */
export const wordsPage = ({ ground }: Sealing) =>
  handler(routes.words, {
    async get({ actor, page, missing }) {
      const found = actor && (await read(ground, actor, freshlyUnlocked))
      if (!actor || !found?.keeping) return missing()
      if (!found.keeping.key) return page(makeFirst(routes.words.to()))
      const { locks } = found.keeping
      return page(found.fresh ? wordsForm(actor) : unlockForm({ next: routes.words.to(), locks }))
    },
    async post({ actor, page, go, missing, form }) {
      const found = actor && (await read(ground, actor, freshlyUnlocked))
      if (!actor || !found?.keeping) return missing()
      if (!found.fresh) return go(unlockFirst(routes.words.to()))
      const parsed = parseWords(await form(), actor)
      if ('errors' in parsed) {
        return page(wordsForm(actor, parsed), { status: 422, errors: { ...parsed.errors } })
      }
      const locked = await lockWithWords(parsed.words, newestOf(found.fresh))
      await write(ground, actor, async writer => {
        const here = await freshlyUnlocked(writer)
        if (!here.keeping?.key || !here.fresh) return new Already(undefined)
        return changeWords(writer, here.keeping.key, here.keeping.locks, locked)
      })
      return go(routes.key.to())
    },
  })

const wordsForm = (actor: PersonActor, wrong?: Wrong): Content => ({
  title: 'Choose another passphrase',
  back: { href: routes.key.to(), text: 'Your key' },
  body: (
    <>
      <Heading>Choose another passphrase</Heading>
      <Paragraph>
        Your key stays the same, and so does all that it opens. The passphrase that you have now opens nothing
        here any more.
      </Paragraph>
      <form method="post" action={routes.words.to()} noValidate>
        <WordsFields actor={actor} wrong={wrong} />
        <Button once>Use this passphrase</Button>
      </form>
    </>
  ),
})
