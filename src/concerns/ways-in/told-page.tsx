import { randomUUID } from 'node:crypto'
import { inFull } from '../../kit/clock.ts'
import type { OrganisationFacts } from '../../people/index.ts'
import type { PersonActor } from '../../records/index.ts'
import type { Content } from '../../screens/index.ts'
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
} from '../../ui/index.ts'
import type { Told } from '../access.ts'
import { type Code, shownCode } from '../code.ts'
import { DocumentOffer } from '../documents/offer.tsx'
import { ProofOffer } from '../proof/proof.tsx'
import { routes } from '../routes.ts'
import { draftSent } from './draft.ts'
import { YoursToDo } from './yours-to-do.tsx'

interface Asking {
  readonly code?: string
  readonly error?: string
  /** What they wrote to add, when the code was asked for once more. */
  readonly typed?: string | undefined
  /** Somebody has just left what they told, and nothing of it is to stay on the device. */
  readonly left?: boolean
}

/** Asks for the code. */
export const ask = ({ code, typed, error, left }: Asking): Content => ({
  title: 'Come back with your code',
  plain: true,
  scripts: left ? ['draft.js'] : [],
  body: (
    <>
      <Heading>Come back with your code</Heading>
      {left && <p data-draft-forget="told:" hidden />}
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

/** What somebody comes back to, and how they came to the page. */
export interface Following {
  readonly code: Code
  readonly told: Told
  readonly url: URL
  readonly actor: PersonActor | undefined
  /** The organisation that was told. */
  readonly office: OrganisationFacts
  readonly typed?: string | undefined
  readonly error?: string | undefined
}

/** What they told, what was answered, what is theirs to do, and room to write more. */
export function follow(about: Following): Content {
  const { code, told, url, actor, office, typed, error } = about
  const sent = url.searchParams.get('sent')
  return {
    title: sent ? 'We have it' : 'What you told us',
    plain: true,
    scripts: ['draft.js', 'copy.js'],
    body: (
      <>
        {sent ? (
          <Panel title="We have it">Somebody who keeps children safe reads it.</Panel>
        ) : (
          <Heading>What you told us</Heading>
        )}
        {sent && <p {...draftSent(`concern:${sent}`, actor)} hidden />}
        {url.searchParams.has('added') && <p {...draftSent(`told:${told.id}`, undefined)} hidden />}
        <Inset>
          <p>
            Keep your code: <strong class="ly-code">{shownCode(code)}</strong>
          </p>
          <p>
            With it you can come back to {`${url.host}${routes.told.to()}`}, read what we answer and tell us
            more. We keep it nowhere, so we cannot find it again for you.
          </p>
        </Inset>
        <Paragraph>
          If a child is in danger now, call 999. Do not wait for our answer. A child can call Childline free,
          day or night: <Call number="0800 1111" />
        </Paragraph>
        {sent && <YoursToDo told={told} office={office} />}
        <Since told={told} />
        <Subheading>What you told us, {inFull(new Date(told.said.at))}</Subheading>
        <p class="govuk-body ly-lines">{told.said.words}</p>
        {!sent && <YoursToDo told={told} office={office} />}
        <DocumentOffer />
        <ProofOffer />
        <Subheading>Tell us more</Subheading>
        <form method="post" action={routes.told.to()} noValidate data-draft={`told:${told.id}`}>
          <Hidden name="key" value={randomUUID()} />
          <Textarea name="words" label="What you want to add" rows={4} value={typed} error={error} />
          <Button once>Add this</Button>
        </form>
        <form method="post" action={routes.leaveTold.to()}>
          <Button kind="secondary">Leave this page</Button>
        </form>
      </>
    ),
  }
}

const Since = ({ told }: { readonly told: Told }) => (
  <>
    {told.pieces.length > 0 && <Subheading>Since then</Subheading>}
    {told.pieces.map(({ id, kind, written_at, words }) => (
      <section key={id} class="ly-piece">
        <h3 class="govuk-heading-s">
          {kind === 'reply' ? 'Our answer' : 'You added'}, {inFull(written_at)}
        </h3>
        <p class="govuk-body ly-lines">{words}</p>
      </section>
    ))}
  </>
)
