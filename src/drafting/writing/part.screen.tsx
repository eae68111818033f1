import { clauseOf, isClauseId, partText, waysOf, wordingOf } from '../../clauses/index.ts'
import { statement } from '../../guidance/index.ts'
import { screen } from '../../screens/index.ts'
import {
  ButtonLink,
  Details,
  Heading,
  Inset,
  Link,
  List,
  Paragraph,
  Prose,
  SummaryList,
} from '../../ui/index.ts'
import { CheckedBy, PartTags } from '../fit/part-tags.tsx'
import { routes } from '../routes.ts'
import { partFound } from './part-found.ts'
import { backToDraft, StandsStill } from './shown.tsx'

/** One part of a draft as it reads, and everything that can be done with it. */
export const partScreen = screen({
  address: routes.part,
  load: async (reader, asked) => {
    const found = await partFound(reader, asked)
    return found && !found.leftOut ? found : undefined
  },
  show: ({ thing: { draft, part } }) => {
    const to = { policy: draft.shelf.policy.id, part: part.id }
    const { heading, text } = partText(part, draft.revision.made_of.blanks)
    const carries = clauseOf(part)?.carries ?? []
    const chooses = part.clause !== null && isClauseId(part.clause) && waysOf(part.clause).length > 1
    const parts = draft.revision.made_of.parts
    const place = parts.findIndex(one => one.id === part.id) + 1
    const next = parts[place]
    const checkable = part.clause === null || part.changed
    return {
      title: `Part: ${heading || 'without a heading'}`,
      back: backToDraft(draft),
      body: (
        <>
          <Heading>{heading || 'A part without a heading'}</Heading>
          <p class="govuk-body">
            Part {place} of {parts.length} <PartTags part={part} />
          </p>
          <StandsStill draft={draft} />
          <div dir="auto">
            <Prose text={text} />
          </div>
          {draft.state === 'writing' && (
            <>
              <ButtonLink href={routes.words.to(to)}>Change the words</ButtonLink>
              <List
                items={[
                  chooses && (
                    <Link href={routes.wording.to(to)}>
                      Choose how it goes{wordingOf(part) ? `: ${wordingOf(part)?.label}` : ''}
                    </Link>
                  ),
                  <Link key="move" href={routes.move.to(to)}>
                    Move it to another place
                  </Link>,
                  <Link key="out" href={routes.out.to(to)}>
                    Leave it out
                  </Link>,
                ].filter(Boolean)}
              />
            </>
          )}
          {checkable && (
            <Inset>
              {part.checked.length > 0 ? (
                <SummaryList
                  rows={part.checked.map(one => ({ key: one.name, value: <CheckedBy checked={one} /> }))}
                />
              ) : (
                <Paragraph>
                  These words are your own, so Lanyard does not say how they stand to the guidance. A person
                  has to read them beside it.
                </Paragraph>
              )}
              <Link href={routes.check.to(to)}>Hold it against the guidance</Link>
            </Inset>
          )}
          {carries.length > 0 && (
            <Details summary={`What the guidance asks for here (${carries.length})`}>
              <List items={carries.map(id => `${statement(id).says} (${id})`)} />
            </Details>
          )}
          {next && (
            <Paragraph>
              <Link href={routes.part.to({ ...to, part: next.id })}>
                Next part: {next.heading || 'a part without a heading'}
              </Link>
            </Paragraph>
          )}
        </>
      ),
    }
  },
})
