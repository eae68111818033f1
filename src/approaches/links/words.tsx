import { whenInWords } from '../../guidance/index.ts'
import { Tag } from '../../ui/index.ts'
import type { LinkRow } from './queries.ts'
import { decisions } from './rules.ts'
import { isOver, isToReview } from './standing.ts'

/** How a personal link stands, in words. */
export function standingWords(link: LinkRow, now: Date): string {
  if (isOver(link)) return link.ended_because === 'no-longer' ? 'No longer so' : 'Over: they have left'
  if (!link.decision) return 'Waits for a decision'
  if (isToReview(link, now)) return 'To be looked at again'
  return decisions[link.decision].short
}

/** The same, with a colour that only repeats it. */
export function LinkStanding({ link, now }: { readonly link: LinkRow; readonly now: Date }) {
  const colour = isOver(link)
    ? 'grey'
    : !link.decision
      ? 'blue'
      : isToReview(link, now)
        ? 'orange'
        : decisions[link.decision].colour
  return <Tag colour={colour}>{standingWords(link, now)}</Tag>
}

/** What was decided, in a sentence. */
export const decidedWords = ({ decision, ends_on }: LinkRow): string =>
  decision === null
    ? 'Nothing yet'
    : decision === 'ends' && ends_on
      ? `The contact ends by ${whenInWords(ends_on)}`
      : decisions[decision].words
