import type { Content } from '../../screens/index.ts'
import { Button, Heading, Hidden, Link, Paragraph } from '../../ui/index.ts'
import { newCode } from '../code.ts'
import { routes } from '../routes.ts'
import type { Where } from '../where.ts'
import { AdultForm, type State } from '../words-form.tsx'
import { Asked, IsItAbout } from './before-sending.tsx'
import { ChildForm } from './child-form.tsx'
import { draftOf } from './draft.ts'

/** The form as it is shown again; and the names it asks about, of those who would read it and stand in the words. */
export type Shown = State & { readonly names?: readonly string[] }

/** The form, in an adult’s words or a child’s; `above` says first why it is shown again. */
export function wordsPage(where: Where, state: Shown, above?: Content['body'] | undefined): Content {
  const { office, slug, child, actor } = where
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
        <form method="post" noValidate {...draftOf(`concern:${slug}`, actor)}>
          <Hidden name="code" value={state.typed.code ?? newCode()} />
          <Hidden name="danger" value={state.typed.danger ?? 'not-known'} />
          {state.typed.asked && <Asked />}
          {state.names && <IsItAbout names={state.names} error={state.errors.isAbout} />}
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
