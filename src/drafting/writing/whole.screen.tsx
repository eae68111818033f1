import { blanks, textOf, unfilled } from '../../clauses/index.ts'
import { screen } from '../../screens/index.ts'
import { Heading, Inset, Link, List, Paragraph, Prose } from '../../ui/index.ts'
import { draftToWrite } from '../access.ts'
import { routes } from '../routes.ts'
import { backToDraft } from './shown.tsx'

/** The whole text of a draft, as everybody will read it. */
export const wholeScreen = screen({
  address: routes.whole,
  load: (reader, { policy }) => draftToWrite(reader, policy),
  show: ({ thing: draft }) => {
    const empty = unfilled(draft.revision.made_of)
    const policy = draft.shelf.policy.id
    const text = textOf(draft.revision.made_of)
    return {
      title: `As it will read: ${draft.shelf.policy.title}`,
      back: backToDraft(draft),
      body: (
        <>
          <Heading>{draft.shelf.policy.title}, as it will read</Heading>
          {empty.length > 0 && (
            <Inset>
              <Paragraph>Not filled in yet, so the text says something general there:</Paragraph>
              <List
                items={empty.map(id => (
                  <Link key={id} href={routes.blank.to({ policy, blank: id })}>
                    {blanks[id].asks}
                  </Link>
                ))}
              />
            </Inset>
          )}
          <div dir="auto">
            {text ? <Prose text={text} contents /> : <Paragraph>Nothing is written yet.</Paragraph>}
          </div>
        </>
      ),
    }
  },
})
