import { randomUUID } from 'node:crypto'
import { inFull } from '../kit/clock.ts'
import { hidden, parseForm, text, type Values } from '../kit/forms/index.ts'
import { idFrom } from '../kit/ids.ts'
import { withinLimit } from '../kit/limits.ts'
import { Already, Refused, refuse } from '../kit/proof.ts'
import { type Ground, system, write } from '../records/index.ts'
import { type Content, handler, TooMany } from '../screens/index.ts'
import {
  Button,
  Call,
  Heading,
  Hidden,
  Input,
  Inset,
  Panel,
  Paragraph,
  Subheading,
  Textarea,
} from '../ui/index.ts'
import { type Told, toldBy } from './access.ts'
import { oweForAddition } from './added.ts'
import { type Code, readCode, shownCode } from './code.ts'
import { codeCookie, codeIn, noCodeCookie } from './code-cookie.ts'
import { DocumentOffer } from './documents/offer.tsx'
import { ProofOffer } from './proof/proof.tsx'
import { selectConcern } from './queries.ts'
import { routes } from './routes.ts'
import { broughtIn, noPicture, shownAgain } from './ways-in/no-pictures.ts'
import { writePiece } from './write-piece.ts'

const codeFields = {
  code: hidden(readCode),
}
const moreFields = {
  words: noPicture(text({ max: 20_000, called: 'What you add', required: 'Write what you want to add' })),
  key: hidden(idFrom<'draft'>),
}

// 80 random bits are not guessed; this is only so that nobody makes the machine look for ever.
const tries = { most: 600, seconds: 3600 }
const wrongCode = 'That code leads to nothing here. Check each letter and digit: there are 16'

/** Whoever reported something comes back by their code, reads what was answered, and adds to it. */
export const toldPage = (ground: Ground, about: { readonly secure: boolean }) =>
  handler(routes.told, {
    async get({ request, page, url }) {
      const code = codeIn(request)
      const told = code && (await toldBy(ground, code))
      return page(told ? follow({ code, told, at: here(url), sent: url.searchParams.has('sent') }) : ask({}))
    },
    async post({ request, form, page, go, now, url }) {
      const sent = await form()
      if (sent.has('code')) {
        if (!(await withinLimit(ground.pool, 'told-code', tries, now))) throw new TooMany(60)
        const parsed = parseForm(codeFields, sent)
        const told = parsed.ok && (await toldBy(ground, parsed.values.code))
        const typed = wordsIn(sent)
        if (!parsed.ok || !told)
          return page(ask({ typed, code: `${sent.get('code') ?? ''}`, error: wrongCode }), {
            status: 422,
            errors: { code: wrongCode },
          })
        // What they wrote before is shown to them first: it goes when they press.
        if (typed) {
          const headers = { 'set-cookie': codeCookie(parsed.values.code, about.secure) }
          return page(follow({ code: parsed.values.code, told, at: here(url), typed }), { headers })
        }
        return go(routes.told.to(), [codeCookie(parsed.values.code, about.secure)])
      }
      const code = codeIn(request)
      const told = code && (await toldBy(ground, code))
      const { words, refused } = await broughtIn(sent)
      const parsed = parseForm(moreFields, words)
      if (!told) return page(ask({ typed: wordsIn(sent) }), { status: 409 })
      if (!parsed.ok || refused) {
        const { typed } = parsed.state
        const errors = { ...parsed.state.errors, ...(refused ? { words: refused } : {}) }
        const again = follow({
          code,
          told,
          at: here(url),
          typed: shownAgain(typed).words,
          error: errors.words,
        })
        return page(again, { status: 422, errors })
      }
      const added = await add(ground, told, parsed.values)
      return added instanceof Refused
        ? page(ask({ typed: wordsIn(sent) }), { status: 409 })
        : go(routes.told.to())
    },
  })

/** Adds to it, in nobody's name but the code's; whoever reads it owes a look. */
const add = (ground: Ground, { vault, row }: Told, more: Values<typeof moreFields>) =>
  write(ground, system(vault), async writer => {
    // What two people have erased meanwhile takes nothing more: what was typed stays on the page.
    if (!(await selectConcern(writer.db, vault, row.id))) return refuse('gone')
    const change = await writePiece(writer, row, { kind: 'addition', ...more, by: null })
    if (!(change instanceof Already)) await oweForAddition(writer, row, change.entryId)
    return change
  })

export const leaveToldPage = (about: { readonly secure: boolean }) =>
  handler(routes.leaveTold, {
    post: ({ go }) => go(routes.told.to(), [noCodeCookie(about.secure)]),
  })

/** What stands there to be added, with no picture in it. */
function wordsIn(sent: FormData): string | undefined {
  const words = sent.get('words')
  return typeof words === 'string' ? shownAgain({ words }).words : undefined
}

interface Asking {
  readonly code?: string
  readonly error?: string
  /** What they wrote to add, when the code was asked for once more. */
  readonly typed?: string | undefined
}

const ask = ({ code, error, typed }: Asking): Content => ({
  title: 'Come back with your code',
  plain: true,
  body: (
    <>
      <Heading>Come back with your code</Heading>
      <Paragraph>
        When you told us that you were worried, we gave you a code. With it you can read what we answer, and
        tell us more.
      </Paragraph>
      {typed && <Inset>What you wrote is below, and is not sent yet: we need your code again first.</Inset>}
      <form method="post" noValidate>
        <Input
          name="code"
          label="Your code"
          hint="16 letters and digits, like K7QD-93XM-4TRE-8WZ2"
          value={code}
          error={error}
          autocomplete="off"
          spellcheck={false}
        />
        {typed && <Textarea name="words" label="What you want to add" rows={4} value={typed} />}
        <Button>Go on</Button>
      </form>
      <Paragraph>
        Have you lost it? We cannot find it again, for your safety. Tell us once more: say that you told us
        before.
      </Paragraph>
    </>
  ),
})

interface Following {
  readonly code: Code
  readonly told: Told
  /** Where one comes back to, as it is typed. */
  readonly at: string
  readonly sent?: boolean
  readonly typed?: string | undefined
  readonly error?: string | undefined
}

const here = (url: URL): string => `${url.host}${routes.told.to()}`

const follow = ({ code, told, at, sent, typed, error }: Following): Content => ({
  title: sent ? 'We have it' : 'What you told us',
  plain: true,
  scripts: sent ? ['draft.js', 'copy.js'] : ['copy.js'],
  body: (
    <>
      {sent ? (
        <Panel title="We have it">Somebody who keeps children safe reads it.</Panel>
      ) : (
        <Heading>What you told us</Heading>
      )}
      {sent && <p data-draft-sent="concern" hidden />}
      <Inset>
        <p>
          Keep your code: <strong class="ly-code">{shownCode(code)}</strong>
        </p>
        <p>
          With it you can come back to {at}, read what we answer and tell us more. We keep it nowhere, so we
          cannot find it again for you.
        </p>
      </Inset>
      <Paragraph>
        If a child is in danger now, call 999. Do not wait for our answer. A child can call Childline free,
        day or night: <Call number="0800 1111" />
      </Paragraph>
      {told.pieces.length > 0 && <Subheading>Since then</Subheading>}
      {told.pieces.map(({ id, kind, written_at, words }) => (
        <section key={id} class="ly-piece">
          <h3 class="govuk-heading-s">
            {kind === 'reply' ? 'Our answer' : 'You added'}, {inFull(written_at)}
          </h3>
          <p class="govuk-body ly-lines">{words}</p>
        </section>
      ))}
      <Subheading>What you told us, {inFull(new Date(told.said.at))}</Subheading>
      <p class="govuk-body ly-lines">{told.said.words}</p>
      <DocumentOffer />
      <ProofOffer />
      <Subheading>Tell us more</Subheading>
      <form method="post" noValidate>
        <Hidden name="key" value={randomUUID()} />
        <Textarea name="words" label="What you want to add" rows={4} value={typed} error={error} />
        <Button once>Add this</Button>
      </form>
      <form method="post" action={routes.leaveTold.to()}>
        <Button kind="secondary">Leave this page</Button>
      </form>
    </>
  ),
})
