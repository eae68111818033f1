import { tellAtOnce } from '../duties/index.ts'
import { parseForm, type Sent } from '../kit/forms/index.ts'
import { Refused } from '../kit/proof.ts'
import { type Ground, type PersonActor, system, write } from '../records/index.ts'
import { type Content, handler, type Visit } from '../screens/index.ts'
import { Button, Call, Heading, Hidden, Link, Paragraph, Warning } from '../ui/index.ts'
import { newCode } from './code.ts'
import { codeCookie } from './code-cookie.ts'
import { factsOf, fields, type Typed } from './form.ts'
import { type Report, reportConcern } from './report.ts'
import { routes } from './routes.ts'
import { Asked, BeforeSending, pointedOut } from './ways-in/before-sending.tsx'
import { ChildForm } from './ways-in/child-form.tsx'
import { broughtIn, shownAgain } from './ways-in/no-pictures.ts'
import { inItsTurn, sittingCookie } from './ways-in/sitting.ts'
import { type Telling, tellingOf, type Where, whereOf } from './where.ts'
import { AdultForm, type State } from './words-form.tsx'

interface About {
  readonly secure: boolean
}
type Words = typeof routes.words | typeof routes.childWords
type Sending = Visit<'/tell/:place/child/words' | '/tell/:place/words'>

/** Says what worries one: one page, and everything on it but the words themselves may be left out. */
const wordsAt = (ground: Ground, at: Words, { secure }: About) =>
  handler(at, {
    async get({ request, params, actor, page, missing }) {
      const where = await whereFor(ground, at, params.place, actor)
      if (!where) return missing()
      if (!where.open) return page(closed(where))
      return page(form(where, { typed: {}, errors: {} }), { headers: sittingCookie(request, secure) })
    },
    async post(visit) {
      const told = await inItsTurn(visit, () => tell(ground, at, visit, secure))
      if (told !== 'busy') return told
      const where = await whereFor(ground, at, visit.params.place, visit.actor)
      const { state } = parseForm(fields, await visit.form())
      return where
        ? visit.page(form(where, again(state), <Busy where={where} />), { status: 503 })
        : visit.missing()
    },
  })

export const wordsPages = (ground: Ground, about: About) => [
  wordsAt(ground, routes.words, about),
  wordsAt(ground, routes.childWords, about),
]

async function whereFor(ground: Ground, at: Words, place: string, actor: PersonActor | undefined) {
  const where = await whereOf(ground, place, actor)
  return where && as(at, where)
}

/** At a child’s form, whoever tells is taken for a child. */
const as = <T extends Telling>(at: Words, telling: T): T =>
  at === routes.childWords ? { ...telling, child: true } : telling

/** What is shown again: with no picture in it. */
const again = (state: State): State => ({ ...state, typed: shownAgain(state.typed) })

async function tell(ground: Ground, at: Words, visit: Sending, secure: boolean): Promise<Response> {
  const { params, actor, page, missing, go } = visit
  const found = await tellingOf(ground, params.place, actor)
  if (!found) return missing()
  const telling = as(at, found)
  // What the organisation says of itself is read only where the form is shown again.
  const shown = async (state: State, status: number, above?: (where: Where) => Content['body']) => {
    const where = await whereFor(ground, at, params.place, actor)
    return where ? page(form(where, state, above?.(where)), { status, errors: state.errors }) : missing()
  }
  const { words, refused } = await broughtIn(await visit.form())
  const parsed = parseForm(fields, telling.child ? aboutOrNot(words) : words)
  const errors = { ...parsed.state.errors, ...(refused ? { words: refused } : {}) }
  if (!parsed.ok || refused) return shown(again({ ...parsed.state, errors }), 422)
  const { values } = parsed
  const points = values.asked || telling.child ? [] : pointedOut(values.words)
  if (points.length > 0) return shown(asked(parsed.state), 200, () => <BeforeSending points={points} />)
  const done = await keep(ground, telling, reportOf(telling, values))
  if (done instanceof Refused) return shown(parsed.state, 409, done.reason === 'not-on' ? notOn : nobody)
  return go(`${routes.told.to()}?sent=yes`, [codeCookie(done.code, secure)])
}

const asked = (state: State): State => ({ ...state, typed: { ...state.typed, asked: 'yes' } })

/** A child need not say whose doing it is. */
const aboutOrNot = (words: Sent): Sent => ({
  get: name => words.get(name) ?? (name === 'about' ? 'unknown' : null),
})

const keep = (ground: Ground, { actor, agencyId }: Telling, report: Report) =>
  write(ground, report.by && actor ? actor : system(agencyId), async writer => {
    const change = await reportConcern(writer, report)
    if (!(change instanceof Refused) && change.value.heardBy.length > 0)
      tellAtOnce(writer, change.value.heardBy)
    return change
  })

function reportOf({ actor, whom }: Telling, typed: Typed): Report {
  const { words, who, when, web, device, name, reach, nameless, code } = typed
  const named = actor && !nameless ? actor : undefined
  const told = nameless ? {} : { name: name ?? named?.name, reach }
  const adult = typed.self && typed.about === 'worker' ? named?.name : typed.adult
  return {
    facts: factsOf(named ? { ...typed, name: named.name } : typed),
    said: { words, who, adult, when, web, device, ...told },
    code,
    cameBy: named ? (whom === 'staff' ? 'staff' : 'family') : 'anyone',
    by: named?.personId,
  }
}

function form(where: Where, state: State, above?: Content['body'] | undefined): Content {
  const { office, slug, child } = where
  const title = child ? 'Tell us what is wrong' : 'Tell us what worries you'
  const Form = child ? ChildForm : AdultForm
  return {
    title,
    plain: true,
    scripts: ['draft.js'],
    back: { href: routes.gate.to({ place: slug }), text: 'Back' },
    body: (
      <>
        {above ?? <Heading>{title}</Heading>}
        <Paragraph>
          {child
            ? `Somebody at ${office.name} who keeps children safe reads this. Nobody it is about reads it.`
            : `Somebody at ${office.name} who keeps children safe reads this. Whoever it is about does not.`}
        </Paragraph>
        <form method="post" noValidate data-draft={`concern:${slug}`}>
          <Hidden name="code" value={state.typed.code ?? newCode()} />
          {state.typed.asked && <Asked />}
          <Form state={state} where={where} />
          <Button once>{child ? 'Tell somebody' : 'Send this'}</Button>
        </form>
        <Paragraph>
          {child ? 'You can also ' : 'Would you rather write by hand? '}
          <Link href={routes.paper.to({ place: slug })}>{child ? 'print it' : 'Print the form'}</Link>.
          {where.whom === 'staff' && (
            <>
              {' '}
              Did somebody give you one? <Link href={routes.fromPaper.to()}>Copy it here</Link>.
            </>
          )}
        </Paragraph>
      </>
    ),
  }
}

/** So much is being sent from here that this has to wait. */
const Busy = ({ where }: { readonly where: Where }) => (
  <>
    <Heading>Not sent yet</Heading>
    <Warning>
      A great deal is being sent from here at this moment. Your words are below: wait a minute, and press once
      more. {instead(where)}
    </Warning>
  </>
)

/** Nobody here could read it: whom to tell instead. Nothing that was typed is lost. */
const nobody = (where: Where) => (
  <>
    <Heading>Not sent</Heading>
    <Warning>
      Nobody at {where.office.name} could read this who is not the one it is about. Your words are below, and
      nothing was sent. {instead(where)}
    </Warning>
  </>
)

const ByTelephone = (where: Where) => (
  <>
    {where.office.phone && (
      <>
        Call {where.office.name}: <Call number={where.office.phone} />.{' '}
      </>
    )}
    {instead(where)}
  </>
)

/** It is not taken in writing here yet. */
const notOn = (where: Where) => (
  <>
    <Heading>Not sent</Heading>
    <Warning>
      {where.office.name} does not take this in writing yet, so nothing was sent. Your words are below: keep
      them, and do not wait for us. <ByTelephone {...where} />
    </Warning>
  </>
)

const instead = ({ office: { lado, outOfHours } }: Where) => (
  <>
    {lado && (
      <>
        Tell the local authority’s designated officer (LADO), {lado.name}: <Call number={lado.phone} />.{' '}
      </>
    )}
    {outOfHours && (
      <>
        Or call <Call number={outOfHours} />.{' '}
      </>
    )}
    Or the NSPCC: <Call number="0808 800 5000" />. In danger, 999.
  </>
)

const closed = (where: Where): Content => ({
  title: 'Tell us by telephone',
  plain: true,
  back: { href: routes.gate.to({ place: where.slug }), text: 'Back' },
  body: (
    <>
      <Heading>Tell us by telephone</Heading>
      <Paragraph>
        {where.office.name} does not take this in writing yet: nobody there can read it safely. Please do not
        wait for that.
      </Paragraph>
      <Paragraph>
        <ByTelephone {...where} />
      </Paragraph>
    </>
  ),
})
