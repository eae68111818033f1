import { type Checked, isAsMade, type Part, wordingOf } from '../../clauses/index.ts'
import { type CalendarDay, whenInWords } from '../../guidance/index.ts'
import { Tag } from '../../ui/index.ts'

const finds = {
  covers: { words: 'says what the guidance asks for', colour: 'green' },
  weaker: { words: 'asks for less than the guidance', colour: 'orange' },
  contradicts: { words: 'says otherwise than the guidance', colour: 'red' },
} as const satisfies Record<Checked['finds'], { words: string; colour: string }>
export const findsWords = finds

/** How a part stands, where that is more than "as the clause has it". */
export function PartTags({ part }: { readonly part: Part }) {
  const own = part.clause === null
  const words = own ? 'Your own' : part.changed || !isAsMade(part) ? 'Changed' : undefined
  const standing = wordingOf(part)?.standing
  return (
    <>
      {words && (
        <Tag colour={part.checked.length > 0 ? 'green' : 'yellow'}>
          {words}
          {part.checked.length > 0 ? ', checked' : ', to check'}
        </Tag>
      )}
      {!words && standing === 'weaker' && <Tag colour="orange">Weaker</Tag>}
      {!words && standing === 'stricter' && <Tag colour="teal">Stricter</Tag>}
    </>
  )
}

/** What a named person found, and when. */
export const CheckedBy = ({ checked }: { readonly checked: Checked }) => (
  <>
    {/* The day is one that Lanyard itself wrote down. */}
    {whenInWords(checked.on as CalendarDay)}: {finds[checked.finds].words} ({checked.statements.join(', ')}).{' '}
    {checked.remark}
  </>
)
