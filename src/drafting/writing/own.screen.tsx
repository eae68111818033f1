import { ownPart } from '../../clauses/index.ts'
import { line, text } from '../../kit/forms/index.ts'
import { newId } from '../../kit/ids.ts'
import { screen } from '../../screens/index.ts'
import { Button, Heading, Input, Paragraph, Textarea } from '../../ui/index.ts'
import { draftToWrite } from '../access.ts'
import { routes } from '../routes.ts'
import { longestText } from '../rules.ts'
import { added } from './edits.ts'
import { saveDraft } from './save-draft.ts'
import { backToDraft, changedBy, StandsStill, saveRefused } from './shown.tsx'
import { tidied } from './tidied.ts'

/** Adds a part in the organisation's own words, last. */
export const ownScreen = screen({
  address: routes.own,
  fields: {
    heading: line({ max: 200, called: 'The heading', required: 'Enter a heading for this part' }),
    text: text({ max: longestText, called: 'The words', required: 'Enter the words of this part' }),
  },
  load: (reader, { policy }) => draftToWrite(reader, policy),
  show: ({ thing: draft, form }) => ({
    title: `A part of your own: ${draft.shelf.policy.title}`,
    back: backToDraft(draft),
    body: (
      <>
        <Heading>A part of your own</Heading>
        <StandsStill draft={draft} />
        <Paragraph>
          It comes last. You can move it, and say what in the guidance it speaks of, after.
        </Paragraph>
        <form method="post" noValidate>
          <Input
            name="heading"
            label="Heading"
            value={form.typed.heading}
            error={form.errors.heading}
            attributes={{ dir: 'auto' }}
          />
          <Textarea
            name="text"
            label="Words"
            hint="An empty line parts paragraphs. A line that begins with - is a point in a list."
            rows={10}
            value={form.typed.text}
            error={form.errors.text}
            attributes={{ dir: 'auto' }}
          />
          <Button once>Add this part</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, draft, { heading, text: words }) =>
    saveDraft(writer, draft, added([ownPart(newId(writer.now.getTime()), tidied(heading), tidied(words))])),
  done: (_, { shelf }) => routes.draft.to({ policy: shelf.policy.id }),
  told: () => 'The part is added, last in the draft.',
  refused: { ...saveRefused, 'changed-meanwhile': refusal => changedBy(refusal) },
})
