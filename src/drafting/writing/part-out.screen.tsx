import { fitOf, type MadeOf } from '../../clauses/index.ts'
import { statement } from '../../guidance/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Hidden, Link, List, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { changePart } from './change-part.ts'
import { without } from './edits.ts'
import { type PartFound, partFound } from './part-found.ts'
import { backToDraft, changedBy, fromField, fromOf, StandsStill, saveRefused } from './shown.tsx'

/** Leaves a part out, once one has seen what the policy would no longer say. */
export const partOutScreen = screen({
  address: routes.out,
  fields: { from: fromField },
  load: async (reader, asked) => {
    const found = await partFound(reader, asked)
    return found && !found.leftOut ? found : undefined
  },
  show: ({ thing, form, refusal }) => {
    const { draft, part } = thing
    const lost = lostWithout(thing)
    const to = { policy: draft.shelf.policy.id, part: part.id }
    const title = `Leave out: ${part.heading || 'a part without a heading'}`
    return {
      title,
      back: { href: routes.part.to(to), text: 'The part' },
      body: (
        <>
          <Heading>{title}</Heading>
          <StandsStill draft={draft} />
          {lost.length === 0 ? (
            <Paragraph>The policy stands to the guidance without it as it does with it.</Paragraph>
          ) : (
            <>
              <Paragraph>
                Without it, nothing in the policy says{' '}
                {lost.length === 1 ? 'this' : `these ${lost.length} things`}. Whoever approves it is told, and
                so is the board.
              </Paragraph>
              <List items={lost.map(id => statement(id).says)} />
            </>
          )}
          <form method="post" noValidate>
            <Hidden name="from" value={fromOf(draft, { form, refusal })} />
            <Button kind="warning" once>
              Leave it out
            </Button>
          </form>
          <Paragraph>
            <Link href={routes.part.to(to)}>Keep it</Link>
          </Paragraph>
        </>
      ),
    }
  },
  submit: (writer, { draft, part }, { from }) =>
    changePart(writer, draft, { from, part: part.id, edit: asRead => without(part.id, asRead) }),
  done: (_, { draft }) => backToDraft(draft).href,
  told: (_, { part }) => `“${part.heading.slice(0, 100) || 'The part'}” is left out.`,
  refused: { ...saveRefused, 'changed-meanwhile': refusal => changedBy(refusal) },
})

/** The statements that would be missing without a part and are not missing with it. */
function lostWithout({ draft, part }: PartFound) {
  const { kind } = draft.shelf.policy
  const missing = (madeOf: MadeOf) =>
    fitOf(kind, madeOf).flatMap(fit => (fit.stands === 'missing' ? [fit.statement] : []))
  const now = new Set(missing(draft.revision.made_of))
  const { parts, blanks } = draft.revision.made_of
  return missing({ parts: parts.filter(one => one.id !== part.id), blanks }).filter(id => !now.has(id))
}
