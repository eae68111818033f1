import { builtKinds, clause, clauseIds, clausesFor, isClauseId, partFrom } from '../../clauses/index.ts'
import { type Field, text } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Link, Paragraph, Radios } from '../../ui/index.ts'
import { type Draft, draftToWrite } from '../access.ts'
import { routes } from '../routes.ts'
import { added } from './edits.ts'
import { saveDraft } from './save-draft.ts'
import { backToDraft, changedBy, StandsStill, saveRefused } from './shown.tsx'

const chosen = text({ max: 100, called: 'The part', required: 'Choose what to add' })

/** A clause's id, as the list of clauses sends it. */
export const clauseField: Field<(typeof clauseIds)[number]> = {
  parse(typed) {
    const parsed = chosen.parse(typed)
    if (!parsed.ok) return parsed
    return isClauseId(parsed.value)
      ? { ok: true, value: parsed.value }
      : { ok: false, sentence: 'Choose one of the list' }
  },
}

/** The clauses that this draft might have and has not. */
function leftOut({ shelf, revision }: Draft) {
  const kind = builtKinds.find(one => one === shelf.policy.kind)
  const there = new Set(revision.made_of.parts.map(part => part.clause))
  return kind ? clausesFor(kind).filter(id => !there.has(id)) : []
}

/** Adds a ready-made part that was left out, in its own place. */
export const addScreen = screen({
  address: routes.add,
  fields: { clause: clauseField },
  load: (reader, { policy }) => draftToWrite(reader, policy),
  show: ({ thing: draft, form, query }) => {
    const left = leftOut(draft)
    const own = routes.own.to({ policy: draft.shelf.policy.id })
    return {
      title: `Add a part: ${draft.shelf.policy.title}`,
      back: backToDraft(draft),
      body: (
        <>
          <Heading>Add a part</Heading>
          <StandsStill draft={draft} />
          {left.length === 0 && (
            <Paragraph>Every ready-made part there is for this policy is in the draft.</Paragraph>
          )}
          <Paragraph>
            <Link href={own}>Write a part of your own</Link>
          </Paragraph>
          {left.length > 0 && (
            <form method="post" noValidate>
              <Radios
                name="clause"
                label="Ready-made parts that are not in the draft"
                value={form.typed.clause ?? query.get('clause') ?? undefined}
                error={form.errors.clause}
                options={left.map(id => ({
                  value: id,
                  text: clause(id).heading,
                  hint: firstWords(clause(id).text),
                }))}
              />
              <Button once>Add it</Button>
            </form>
          )}
        </>
      ),
    }
  },
  submit: (writer, draft, { clause: id }) => saveDraft(writer, draft, added([partFrom(id)], clauseIds)),
  done: (_, { shelf }) => routes.draft.to({ policy: shelf.policy.id }),
  told: (_, __, { clause: id }) => `“${clause(id).heading}” is added.`,
  refused: { ...saveRefused, 'changed-meanwhile': refusal => changedBy(refusal) },
})

const firstWords = (words: string): string => {
  const flat = words.replace(/\s+/g, ' ')
  return flat.length <= 140 ? flat : `${flat.slice(0, 140).replace(/ \S*$/, '')} …`
}
