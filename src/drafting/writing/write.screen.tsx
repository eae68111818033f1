import { text } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Details, Heading, Hidden, Paragraph, Prose, Textarea } from '../../ui/index.ts'
import { draftToWrite } from '../access.ts'
import { routes } from '../routes.ts'
import { longestText } from '../rules.ts'
import { wordsToChange } from './from-text.ts'
import { backToDraft, changedBy, fromField, fromOf, StandsStill, saveRefused } from './shown.tsx'
import { writeWords } from './write-words.ts'

/** The whole text of a draft that is words of the organisation's own. */
export const writeScreen = screen({
  address: routes.write,
  fields: {
    from: fromField,
    text: text({ max: longestText, called: 'The policy', required: 'Enter the text of the policy' }),
  },
  load: (reader, { policy }) => draftToWrite(reader, policy),
  show: ({ thing: draft, form, refusal }) => ({
    title: `Write: ${draft.shelf.policy.title}`,
    back: backToDraft(draft),
    body: (
      <>
        <Heading>Write: {draft.shelf.policy.title}</Heading>
        <StandsStill draft={draft} />
        {refusal !== undefined && (
          <Details summary="How the draft reads now" open>
            <Prose text={wordsToChange(draft.revision.made_of)} />
          </Details>
        )}
        <Paragraph>
          Nobody sees it but those who write and approve policies, until it is approved. You can paste it from
          another program: what does not belong in a text is tidied away.
        </Paragraph>
        <form method="post" noValidate>
          <Hidden name="from" value={fromOf(draft, { form, refusal })} />
          <Textarea
            name="text"
            label="The whole text"
            hint="Leave an empty line between paragraphs. Begin a heading with # and a point in a list with -."
            rows={22}
            value={form.typed.text ?? wordsToChange(draft.revision.made_of)}
            error={form.errors.text ?? form.errors.from}
            attributes={{ dir: 'auto' }}
          />
          <Button once>Save the draft</Button>
        </form>
      </>
    ),
  }),
  submit: (writer, draft, { from, text: typed }) => writeWords(writer, draft, { from, text: typed }),
  done: (_, { shelf }) => routes.draft.to({ policy: shelf.policy.id }),
  told: () => 'The draft is saved.',
  refused: { ...saveRefused, 'changed-meanwhile': refusal => changedBy(refusal) },
})
