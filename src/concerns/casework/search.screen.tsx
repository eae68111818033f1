import { inFull } from '../../kit/clock.ts'
import { maybeText, parseForm, text } from '../../kit/forms/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Refused } from '../../kit/proof.ts'
import { type Ground, write } from '../../records/index.ts'
import { whats } from '../../routing/index.ts'
import { type Content, handler } from '../../screens/index.ts'
import { UnlockFirst } from '../../sealing/index.ts'
import { Button, Heading, Hidden, Input, Link, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { work } from './routes.ts'
import { type Found, searchOwn } from './search.ts'

const fields = {
  find: text({ max: 200, called: 'What you look for', required: 'Enter a word or a name' }),
  at: maybeText({ max: 40, called: 'Where to go on' }),
  id: maybeText({ max: 40, called: 'Where to go on' }),
}

/** Looks for words in the concerns that one reads. The words go in the form alone: an address is kept in histories and logs. */
export const searchPage = (ground: Ground) =>
  handler(work.search, {
    get: async ({ actor, page, missing }) => (actor ? page(content({})) : missing()),
    async post({ actor, page, missing, form }) {
      if (!actor) return missing()
      const parsed = parseForm(fields, await form())
      if (!parsed.ok)
        return page(content({ error: parsed.state.errors.find, find: parsed.state.typed.find }), {
          status: 422,
          errors: { ...parsed.state.errors },
        })
      const { find, at, id } = parsed.values
      const [from, last] = [new Date(at ?? ''), idFrom<'concern'>(id)]
      const before = last && !Number.isNaN(from.getTime()) ? { at: from, id: last } : undefined
      const done = await write(ground, actor, writer => searchOwn(writer, find, before))
      const found = done instanceof Refused ? 'locked' : done
      return page(content({ find, found }))
    },
  })

interface Searched {
  readonly find?: string | undefined
  readonly error?: string | undefined
  readonly found?: Found | 'locked'
}

const content = ({ find, error, found }: Searched): Content => ({
  title: 'Search your concerns',
  back: { href: routes.concerns.to(), text: 'Concerns' },
  body: (
    <>
      <Heading>Search your concerns</Heading>
      <form method="post" noValidate>
        <Input
          name="find"
          label="Words or names"
          hint="All of them have to be in it. Only what you read is looked through, with your own key. That you searched is on the record; what for is not."
          value={find}
          error={error}
          autocomplete="off"
        />
        <Button>Search</Button>
      </form>
      {found === 'locked' ? (
        <UnlockFirst next={work.search.to()} />
      ) : (
        found && <What find={find} {...found} />
      )}
    </>
  ),
})

const What = ({ find, found, looked, next }: Found & { readonly find: string | undefined }) => (
  <>
    <Paragraph>
      {found.length === 0
        ? `None of the ${looked} that were looked through has all of that in it. Try one word, or a part of a name.`
        : `Found in ${found.length} of the ${looked} that were looked through${next ? ', the newest first' : ''}.`}
    </Paragraph>
    <ul class="ly-list">
      {found.map(({ id, at, what }) => (
        <li key={id}>
          <Link href={routes.concern.to({ concern: id })}>
            {what.map(one => whats[one]).join('; ')} ({inFull(at)})
          </Link>
        </li>
      ))}
    </ul>
    {next && (
      <form method="post" noValidate>
        <Hidden name="find" value={find ?? ''} />
        <Hidden name="at" value={next.at.toISOString()} />
        <Hidden name="id" value={next.id} />
        <Button kind="secondary">Look through older ones</Button>
      </form>
    )}
  </>
)
