import type { PersonId, Writer } from '../../records/index.ts'
import { addPerson } from '../add-person.ts'
import { beginWork, tieFamily } from '../link-family.ts'
import type { FamilyRow, ParentCell } from './check-families.ts'
import type { Here } from './here.ts'
import { inBatches } from './in-batches.ts'

/**
 * Adds every child of a checked file, their parents and carers (each once, however many children they have here), who is
 * whose, and who works with whom. Says how many people were added.
 */
export async function importFamilies(
  writer: Writer,
  rows: readonly FamilyRow[],
  about: { readonly here: Here; readonly tell: (done: number) => void },
): Promise<number> {
  const parents = new Map<string, Promise<PersonId>>()
  for (const [email, { id }] of about.here.parents) parents.set(email, Promise.resolve(id))
  const before = parents.size
  const parent = ({ name, email, phone }: ParentCell): Promise<PersonId> => {
    const known = parents.get(email)
    if (known) return known
    const added = addPerson(writer, { kind: 'parent', name, email, phone }).then(({ value }) => value)
    parents.set(email, added)
    return added
  }
  const add = async (row: FamilyRow): Promise<void> => {
    const [child, ...theirs] = await allOf([
      addPerson(writer, { kind: 'child', name: row.child, bornOn: row.born }).then(({ value }) => value),
      ...row.parents.map(parent),
    ])
    if (!child) return
    const staffId = row.worker && about.here.staff.get(row.worker)?.id
    await allOf<unknown>([
      ...theirs.map((parentId, at) =>
        tieFamily(writer, { childId: child, parentId, relationship: row.parents[at]?.relationship ?? '' }),
      ),
      ...(staffId ? [beginWork(writer, { staffId, childId: child, purpose: row.purpose })] : []),
    ])
  }
  let done = 0
  await inBatches(rows, add, count => {
    done += count
    about.tell(done)
  })
  return rows.length + parents.size - before
}

/** As Promise.all, and every one has ended before a failure goes on. */
async function allOf<T>(all: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(all)
  return Promise.all(all)
}
