import { type FitStands, fitStands, fitWords } from '../../clauses/index.ts'
import { Link, Paragraph, Tag } from '../../ui/index.ts'
import type { Draft } from '../access.ts'
import { routes } from '../routes.ts'
import { type Seen, seenOf } from './seen.ts'

export const fitColours = {
  covered: 'green',
  'to-check': 'yellow',
  weaker: 'orange',
  missing: 'red',
  contradicts: 'red',
} as const satisfies Record<FitStands, string>

/** How many statements stand how, in words with their figures: "61 covered, 2 missing". */
export function SeenFigures({ seen }: { readonly seen: Seen }) {
  const shown = fitStands.filter(stands => stands === 'covered' || seen[stands] > 0)
  return (
    <ul class="ly-figures">
      {shown.map(stands => (
        <li key={stands}>
          <Tag colour={fitColours[stands]}>
            {seen[stands]} {fitWords[stands].word.toLowerCase()}
          </Tag>
        </li>
      ))}
    </ul>
  )
}

/** How a draft stands to the guidance in figures, and the way to all of it. */
export function FitSummary({ draft }: { readonly draft: Draft }) {
  const { policy } = draft.shelf
  const seen = seenOf(policy.kind, draft.revision.made_of)
  const all = Object.values(seen).reduce((sum, count) => sum + count, 0)
  if (all === 0) return <Paragraph>The guidance says nothing of what such a policy must hold.</Paragraph>
  return (
    <>
      <SeenFigures seen={seen} />
      <Paragraph>
        <Link href={routes.draftFit.to({ policy: policy.id })}>
          The {all === 1 ? 'one statement' : `${all} statements`} it is held against, one by one
        </Link>
      </Paragraph>
    </>
  )
}
