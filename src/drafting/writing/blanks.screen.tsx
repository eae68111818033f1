import { blanks, filling, usedBlanks } from '../../clauses/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Paragraph, SummaryList, Tag } from '../../ui/index.ts'
import { draftToWrite } from '../access.ts'
import { routes } from '../routes.ts'
import { backToDraft, StandsStill } from './shown.tsx'

/** The names and numbers that stand in the text, and those that nobody has filled in. */
export const blanksScreen = screen({
  address: routes.blanks,
  load: (reader, { policy }) => draftToWrite(reader, policy),
  show: ({ thing: draft }) => {
    const filled = draft.revision.made_of.blanks
    const policy = draft.shelf.policy.id
    return {
      title: `Names and numbers: ${draft.shelf.policy.title}`,
      back: backToDraft(draft),
      body: (
        <>
          <Heading>Names and numbers</Heading>
          <StandsStill draft={draft} />
          <Paragraph>
            They are filled in wherever the text speaks of them. What is empty reads as the words beside it.
          </Paragraph>
          <SummaryList
            rows={usedBlanks(draft.revision.made_of).map(id => ({
              key: blanks[id].asks,
              value: filling(filled, id) ?? (
                <>
                  <Tag colour="yellow">Not filled in</Tag> The text says “{blanks[id].instead}”
                </>
              ),
              actions: [
                {
                  href: routes.blank.to({ policy, blank: id }),
                  text: filling(filled, id) ? 'Change' : 'Fill in',
                  about: blanks[id].asks,
                },
              ],
            }))}
          />
        </>
      ),
    }
  },
})
