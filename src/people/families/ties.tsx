import { inDays } from '../../kit/clock.ts'
import type { PersonId } from '../../records/index.ts'
import { Link, List, Subheading, Unseen } from '../../ui/index.ts'
import type { PersonHere } from '../access.ts'
import { routes } from '../routes.ts'
import type { TieRow } from './queries.ts'

/** On a child's or a parent's page: who hears of whom and as what, and who no longer does. Why is for whoever may change it. */
export function Ties({ person, may, ties }: PersonHere & { readonly ties: readonly TieRow[] }) {
  const changes = may.has('change-family')
  const [now, before] = [ties.filter(one => !one.until), ties.filter(one => one.until)]
  if (person.kind === 'staff' || !(changes || before.length > 0)) return null
  const child = person.kind === 'child'
  return (
    <>
      {changes && now.length > 0 && (
        <>
          <Subheading>{child ? 'Who hears of them' : 'Whom they hear of'}</Subheading>
          <List
            items={now.map(tie => (
              <>
                {nameOf(tie, person.id)}, {tie.relationship}.{' '}
                <Link href={routes.untie.to({ person: tie.child_id, parent: tie.parent_id })}>
                  No longer to hear<Unseen>: {nameOf(tie, person.id)}</Unseen>
                </Link>
              </>
            ))}
          />
        </>
      )}
      {before.length > 0 && (
        <>
          <Subheading>{child ? 'Who no longer hears of them' : 'Whom they no longer hear of'}</Subheading>
          <List
            items={before.map(tie => (
              <>
                {nameOf(tie, person.id)}, since {tie.until && inDays(tie.until)}
                {changes && tie.why_ended && `: ${tie.why_ended}`}
              </>
            ))}
          />
        </>
      )}
    </>
  )
}

/** The other one of the two. */
const nameOf = (tie: TieRow, id: PersonId): string => (tie.child_id === id ? tie.parent_name : tie.child_name)
