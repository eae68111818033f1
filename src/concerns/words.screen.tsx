import { tellAtOnce } from '../duties/index.ts'
import { parseForm } from '../kit/forms/index.ts'
import { Refused } from '../kit/proof.ts'
import { type Ground, system, write } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Button, Call, Heading, Hidden, Paragraph, Warning } from '../ui/index.ts'
import { newCode } from './code.ts'
import { codeCookie } from './code-cookie.ts'
import { factsOf, fields, type Typed } from './form.ts'
import { type Report, reportConcern } from './report.ts'
import { routes } from './routes.ts'
import { type Where, whereOf } from './where.ts'
import { Place, type State, Who, Whom, Words } from './words-form.tsx'

/** Says what worries one: one page, and everything on it but the words themselves may be left out. */
export const wordsPage = (ground: Ground, about: { readonly secure: boolean }) =>
  handler(routes.words, {
    async get({ params, actor, page, missing }) {
      const where = await whereOf(ground, params.place, actor)
      if (!where) return missing()
      return page(where.open ? form(where, { typed: {}, errors: {} }) : closed(where))
    },
    async post({ params, actor, page, missing, go, form: sentForm }) {
      const where = await whereOf(ground, params.place, actor)
      if (!where) return missing()
      const parsed = parseForm(fields, await sentForm())
      if (!parsed.ok)
        return page(form(where, parsed.state), { status: 422, errors: { ...parsed.state.errors } })
      const { values } = parsed
      const report = reportOf(where, values)
      const acting = report.by && where.actor ? where.actor : system(where.agencyId)
      const done = await write(ground, acting, async writer => {
        const change = await reportConcern(writer, report)
        if (!(change instanceof Refused) && change.value.heardBy.length > 0)
          await tellAtOnce(writer, change.value.heardBy)
        return change
      })
      if (done instanceof Refused) return page(form(where, parsed.state, nobody(where)), { status: 409 })
      return go(`${routes.told.to()}?sent=yes`, [codeCookie(values.code, about.secure)])
    },
  })

function reportOf(where: Where, typed: Typed): Report {
  const { words, who, adult, when, web, device, name, reach, nameless, code } = typed
  const named = where.actor && !nameless ? where.actor : undefined
  const told = nameless ? {} : { name: name ?? named?.name, reach }
  return {
    facts: factsOf(named ? { ...typed, name: named.name } : typed),
    said: { words, who, adult, when, web, device, ...told },
    code,
    cameBy: named ? (where.whom === 'staff' ? 'staff' : 'family') : 'anyone',
    by: named?.personId,
  }
}

function form(where: Where, state: State, refusal?: Content['body']): Content {
  const { office, slug, child } = where
  const title = child ? 'Tell us what is wrong' : 'Tell us what worries you'
  return {
    title,
    plain: true,
    scripts: ['draft.js'],
    back: { href: routes.gate.to({ place: slug }), text: 'Back' },
    body: (
      <>
        {refusal}
        <Heading>{title}</Heading>
        <Paragraph>
          Somebody at {office.name} who keeps children safe reads this. Whoever it is about does not.
        </Paragraph>
        <form method="post" noValidate data-draft={`concern:${slug}`}>
          <Hidden name="code" value={state.typed.code ?? newCode()} />
          <Words state={state} child={child} />
          <Whom state={state} />
          <Place state={state} />
          <Who state={state} where={where} />
          <Button once>{child ? 'Tell somebody' : 'Send this'}</Button>
        </form>
      </>
    ),
  }
}

/** Nobody here could read it: whom to tell instead. Nothing that was typed is lost. */
const nobody = (where: Where) => (
  <Warning>
    Nobody at {where.office.name} could read this who is not the one it is about. Your words are below, and
    nothing was sent. {instead(where)}
  </Warning>
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
        {where.office.phone && (
          <>
            Call {where.office.name}: <Call number={where.office.phone} />.{' '}
          </>
        )}
        {instead(where)}
      </Paragraph>
    </>
  ),
})
