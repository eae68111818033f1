import { Inset, List, Paragraph, Subheading, Warning } from '../ui/index.ts'
import type { PosterWords, WordsGroup } from './words.ts'

/** What a poster says, as a page: on a phone in a corridor, or for whoever cannot see the picture. */
export const Said = ({ words }: { readonly words: PosterWords }) => (
  <div class="ly-poster-words">
    <Warning>
      {words.emergency.words} {words.emergency.number}.
    </Warning>
    <p class="govuk-caption-m">{words.eyebrow}</p>
    <Subheading>{words.title}</Subheading>
    {words.groups.map((group, at) => (
      <Group key={at} group={group} />
    ))}
    <Inset>
      {words.foot.map((line, at) => (
        <Paragraph key={at}>{line}</Paragraph>
      ))}
    </Inset>
  </div>
)

const Group = ({ group }: { readonly group: WordsGroup }) => (
  <>
    {group.label && <h3 class="govuk-heading-s">{group.label}</h3>}
    {group.kind === 'tell' ? (
      <List items={group.contacts.map(({ who, lines }) => [who, ...lines].join(' – '))} />
    ) : (
      <List numbered={group.kind === 'steps'} items={[...group.points]} />
    )}
  </>
)
