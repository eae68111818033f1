import { line, text } from '../../kit/forms/index.ts'
import { screen } from '../../screens/index.ts'
import { Button, Details, Heading, Hidden, Input, Inset, Paragraph, Prose, Textarea } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { longestText } from '../rules.ts'
import { changePart } from './change-part.ts'
import { withWords } from './edits.ts'
import { partFound } from './part-found.ts'
import { changedBy, fromField, fromOf, StandsStill, saveRefused } from './shown.tsx'
import { tidied } from './tidied.ts'

/** The words of one part. */
export const partWordsScreen = screen({
  address: routes.words,
  fields: {
    from: fromField,
    heading: line({ max: 200, called: 'The heading', required: 'Enter a heading for this part' }),
    text: text({ max: longestText, called: 'The words', required: 'Enter the words of this part' }),
  },
  load: (reader, asked) => partFound(reader, asked),
  show: ({ thing: { draft, part, leftOut }, form, refusal }) => {
    const { policy } = draft.shelf
    return {
      title: `Change the words: ${part.heading || 'a part'}`,
      back: { href: routes.part.to({ policy: policy.id, part: part.id }), text: 'The part' },
      body: (
        <>
          <Heading>Change the words</Heading>
          <StandsStill draft={draft} />
          {leftOut && (
            <Inset>
              This part has been left out of the draft. To keep your words, add them as a part of your own.
            </Inset>
          )}
          {refusal !== undefined && !leftOut && (
            <Details summary="How it reads now" open>
              <Prose text={`# ${part.heading}\n\n${part.text}`} />
            </Details>
          )}
          {part.clause && !part.changed && (
            <Paragraph>
              As it stands, this part says what the guidance asks for. Once you change it, somebody has to
              read it beside the guidance: Lanyard does not judge your words.
            </Paragraph>
          )}
          <form method="post" noValidate>
            <Hidden name="from" value={fromOf(draft, { form, refusal })} />
            <Input
              name="heading"
              label="Heading"
              value={form.typed.heading ?? part.heading}
              error={form.errors.heading ?? form.errors.from}
              attributes={{ dir: 'auto' }}
            />
            <Textarea
              name="text"
              label="Words"
              hint="An empty line parts paragraphs. A line that begins with - is a point in a list. Words in braces, such as {organisation}, are filled in from your names and numbers."
              rows={12}
              value={form.typed.text ?? part.text}
              error={form.errors.text}
              attributes={{ dir: 'auto' }}
            />
            <Button once>Save this part</Button>
          </form>
        </>
      ),
    }
  },
  submit: (writer, { draft, part }, { from, heading, text: words }) =>
    changePart(writer, draft, {
      from,
      part: part.id,
      edit: asRead => withWords(part.id, asRead, { heading: tidied(heading), text: tidied(words) }),
    }),
  done: (_, { draft, part }) => routes.part.to({ policy: draft.shelf.policy.id, part: part.id }),
  told: () => 'The part is saved.',
  refused: { ...saveRefused, 'changed-meanwhile': refusal => changedBy(refusal) },
})
