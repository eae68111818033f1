import { text } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Select } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { moved } from './edits.ts'
import { partFound } from './part-found.ts'
import { saveDraft } from './save-draft.ts'
import { backToDraft, changedBy, StandsStill, saveRefused } from './shown.tsx'

/** What the form sends for the first place of all. */
const first = 'first'

/** Puts a part in another place. */
export const partMoveScreen = screen({
  address: routes.move,
  fields: { after: text({ max: 100, called: 'The place', required: 'Choose where it goes' }) },
  load: async (reader, asked) => {
    const found = await partFound(reader, asked)
    return found && !found.leftOut ? found : undefined
  },
  show: ({ thing: { draft, part }, form }) => {
    const { parts } = draft.revision.made_of
    const before = parts[parts.findIndex(one => one.id === part.id) - 1]
    const title = `Move: ${part.heading || 'a part without a heading'}`
    return {
      title,
      back: { href: routes.part.to({ policy: draft.shelf.policy.id, part: part.id }), text: 'The part' },
      body: (
        <>
          <Heading>{title}</Heading>
          <StandsStill draft={draft} />
          <form method="post" noValidate>
            <Select
              name="after"
              label="Where it goes"
              value={form.typed.after ?? before?.id ?? first}
              error={form.errors.after}
              options={[
                { value: first, text: 'First of all' },
                ...parts
                  .filter(one => one.id !== part.id)
                  .map(one => ({
                    value: one.id,
                    text: `After: ${one.heading || 'a part without a heading'}`,
                  })),
              ]}
            />
            <Button once>Move it there</Button>
          </form>
        </>
      ),
    }
  },
  submit: (writer, { draft, part }, { after }) =>
    saveDraft(writer, draft, moved(part.id, after === first ? null : after)),
  done: (_, { draft }) => backToDraft(draft).href,
  told: (_, { part }) => `“${part.heading.slice(0, 100) || 'The part'}” is moved.`,
  refused: { ...saveRefused, 'changed-meanwhile': refusal => changedBy(refusal) },
})
