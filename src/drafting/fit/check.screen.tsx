import { clauseOf, expected, isFromClauses, partText } from '../../clauses/index.ts'
import { isStatementId, type StatementId, statement } from '../../guidance/index.ts'
import { choice, type Field, maybeText } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Hidden, Inset, Paragraph, Prose, Radios, Select, Textarea } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { type PartFound, partFound } from '../writing/part-found.ts'
import { fromField, fromOf } from '../writing/shown.tsx'
import { checkPart } from './check-part.ts'
import { findsWords } from './part-tags.tsx'

const finds = ['covers', 'weaker', 'contradicts'] as const

/** What the form sends for everything that the part's clause was made to carry. */
const all = 'all'

const statementField: Field<StatementId | typeof all> = {
  parse: typed =>
    typed === all || (typed !== undefined && isStatementId(typed))
      ? { ok: true, value: typed }
      : { ok: false, sentence: 'Choose what you read it beside' },
}

/** A named person holds a part against a statement of the guidance, and says what they find. */
export const checkScreen = screen({
  address: routes.check,
  fields: {
    from: fromField,
    statement: statementField,
    finds: choice(finds, 'Choose what you find'),
    remark: maybeText({ max: 1000, called: 'Your remark' }),
  },
  load: async (reader, asked) => {
    const found = await partFound(reader, asked)
    return found && !found.leftOut ? found : undefined
  },
  show: ({ thing, form, refusal, actor, query }) => {
    const { draft, part } = thing
    const madeFor = clauseOf(part)?.carries ?? []
    const { heading, text } = partText(part, draft.revision.made_of.blanks)
    return {
      title: `Hold against the guidance: ${heading || 'a part'}`,
      back: { href: routes.part.to({ policy: draft.shelf.policy.id, part: part.id }), text: 'The part' },
      body: (
        <>
          <Heading>Hold it against the guidance</Heading>
          <Prose text={heading ? `# ${heading}\n\n${text}` : text} />
          {draft.writers.includes(actor.personId) && (
            <Inset>
              You wrote some of this draft. You may say what a part lacks; that it covers is for somebody else
              to find, such as whoever approves it.
            </Inset>
          )}
          <form method="post" noValidate>
            <Hidden name="from" value={fromOf(draft, { form, refusal })} />
            <Select
              name="statement"
              label="What you read it beside"
              hint={madeFor.length > 0 ? 'First what this part was made to say.' : undefined}
              value={form.typed.statement ?? query.get('statement') ?? undefined}
              error={form.errors.statement ?? form.errors.from}
              options={[
                { value: '', text: 'Choose' },
                madeFor.length > 1 && {
                  value: all,
                  text: `All ${madeFor.length} statements that this part was made to say`,
                },
                ...statementsFor(thing).map(optionOf),
              ].filter(one => one !== false)}
            />
            <Radios
              name="finds"
              label="What you find"
              value={form.typed.finds}
              error={form.errors.finds}
              options={finds.map(one => ({ value: one, text: `It ${findsWords[one].words}` }))}
            />
            <Textarea
              name="remark"
              label="Your remark"
              hint="Needed where it asks for less or says otherwise: what, and why it stays so."
              rows={3}
              value={form.typed.remark}
              error={form.errors.remark}
              attributes={{ dir: 'auto' }}
            />
            <Paragraph>
              It is kept with your name, {actor.name}, and shown to whoever approves the policy. When these
              words change, it falls away.
            </Paragraph>
            <Button once>Keep what you found</Button>
          </form>
        </>
      ),
    }
  },
  submit: (writer, { draft, part }, { from, statement: id, finds: found, remark }) =>
    checkPart(writer, draft, {
      part: part.id,
      from,
      statements: id === all ? (clauseOf(part)?.carries ?? []) : [id],
      finds: found,
      remark: remark ?? '',
    }),
  done: (_, { draft, part }) => routes.part.to({ policy: draft.shelf.policy.id, part: part.id }),
  told: () => 'What you found is kept.',
  refused: {
    'changed-meanwhile': () =>
      'Somebody changed these words while you were reading, so nothing was kept. They are above as they are now: read them, and say what you find.',
    'not-open': () =>
      'The draft was approved, published or dropped meanwhile, so nothing was kept. A part is checked while its draft is being written or waits for approval.',
    'names-nothing': () => 'Choose what in the guidance you read it beside. Nothing was kept.',
    'you-wrote-it': () =>
      'You wrote some of this draft, so it is for somebody else to find that it covers. Nothing was kept. Ask whoever approves it to hold it against the guidance, or say yourself what it lacks.',
    'no-remark': () =>
      'Where it asks for less or says otherwise, say what and why. So nothing was kept. Write a remark, and keep it again.',
  },
})

/** Short enough for one line of a list. */
const optionOf = (id: StatementId) => {
  const { says } = statement(id)
  return { value: id, text: says.length <= 110 ? says : `${says.slice(0, 110).replace(/ \S*$/, '')} …` }
}

/** What its clause was made to carry, and then everything else that such a policy should. */
function statementsFor({ draft, part }: PartFound): readonly StatementId[] {
  const first: readonly StatementId[] = clauseOf(part)?.carries ?? []
  const others = expected(draft.shelf.policy.kind, isFromClauses(draft.revision.made_of))
  return [...first, ...others.filter(id => !first.includes(id))]
}
