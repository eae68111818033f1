import type { CalendarDay } from '../../guidance/index.ts'
import { person, staff } from '../../people/index.ts'
import type { Reader } from '../../records/index.ts'
import type { PolicyId } from '../queries.ts'
import {
  type NextStep,
  type PolicyKind,
  policyKinds,
  type RegisterStanding,
  registerStanding,
  reviewDay,
  whatNext,
} from '../rules.ts'
import { type PolicyOwnerTable, type RegisterRow, selectOwner, selectRegister } from './queries.ts'

/** One line of the register: a policy of the agency, or one that it is expected to hold and does not. */
export interface Line {
  readonly kind: PolicyKind
  readonly title: string
  readonly id: PolicyId | undefined
  readonly number: number | null
  readonly publishedAt: Date | null
  readonly owner: string | undefined
  readonly review: CalendarDay | undefined
  /** Whether somebody set the review day, or it is reckoned from the day of publishing. */
  readonly reviewSet: boolean
  readonly standing: RegisterStanding
  readonly next: NextStep
}

// Object.keys forgets the names of a table that has exactly these.
const kinds = Object.keys(policyKinds) as PolicyKind[]
export const expectedKinds = kinds.filter(kind => kind !== 'other')

/** The register: the expected policies in their order, there or not, and then any of the agency's own. */
export async function registerOf(reader: Reader): Promise<readonly Line[]> {
  const [shelf, people] = await Promise.all([selectRegister(reader.db, reader.actor.agencyId), staff(reader)])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const lineOf = (kind: PolicyKind, row: RegisterRow | undefined): Line => {
    const of = { publishedAt: row?.published_at ?? null, reviewOn: row?.review_on ?? null }
    const standing = registerStanding(of, reader.now)
    return {
      kind,
      title: row?.title ?? policyKinds[kind],
      id: row?.id,
      number: row?.number ?? null,
      publishedAt: of.publishedAt,
      owner: row?.owner_id ? names.get(row.owner_id) : undefined,
      review: reviewDay(of),
      reviewSet: of.reviewOn !== null,
      standing,
      next: whatNext({ onShelf: Boolean(row), owned: Boolean(row?.owner_id), standing }),
    }
  }
  return kinds.flatMap(kind => {
    const rows = shelf.filter(row => row.kind === kind)
    return rows.length > 0 || kind === 'other'
      ? rows.map(row => lineOf(kind, row))
      : [lineOf(kind, undefined)]
  })
}

/** Who owns a policy, by name, and by when they review it. */
export async function ownerOf(
  reader: Reader,
  policy: PolicyId,
): Promise<(PolicyOwnerTable & { readonly name: string }) | undefined> {
  const owner = await selectOwner(reader.db, reader.actor.agencyId, policy)
  return owner && { ...owner, name: (await person(reader, owner.owner_id))?.name ?? '' }
}
