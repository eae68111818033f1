import { tidy } from '../kit/forms/index.ts'
import { person, staffByName } from '../people/index.ts'
import type { PersonId, Reader } from '../records/index.ts'
import { Button, Hidden, Input, Link, Paragraph, Select } from '../ui/index.ts'

/** More than these are not chosen from one list: they are found by name. */
const mostChosen = 25
const mostFound = 20

interface Named {
  readonly id: PersonId
  readonly name: string
}

/** Whose conversations a list is narrowed to, and who may be chosen. */
export interface OfWorkers {
  readonly worker: Named | undefined
  /** All of them by name; undefined where they are many. */
  readonly all: readonly Named[] | undefined
  /** What was typed of a name, and who has it in theirs: one more than is shown, where there are more. */
  readonly name: string
  readonly found: readonly Named[]
}

/** Who is meant, of a team (everybody, where it is not given): by their id, or by a part of a name that they alone have. */
export async function ofWorker(
  reader: Reader,
  team: readonly PersonId[] | undefined,
  asked: { readonly id: PersonId | undefined; readonly name: string },
): Promise<OfWorkers> {
  const first = await staffByName(reader, { find: '', among: team, most: mostChosen + 1 })
  const all = first.length > mostChosen ? undefined : first
  const name = all ? '' : tidy(asked.name).slice(0, 100)
  const found = name ? await staffByName(reader, { find: name, among: team, most: mostFound + 1 }) : []
  const [only] = found.length === 1 ? found : []
  return { worker: only ?? (await named(reader, team, asked.id)), all, name, found: only ? [] : found }
}

/** Somebody of the staff who is here, and in the team. */
async function named(
  reader: Reader,
  team: readonly PersonId[] | undefined,
  id: PersonId | undefined,
): Promise<Named | undefined> {
  if (!id || (team && !team.includes(id))) return undefined
  const found = await person(reader, id)
  return found?.kind === 'staff' && !found.left_at ? found : undefined
}

/** Chooses whose conversations are listed: from a short list, or by a name. */
export const OfWorker = ({ of, query }: { readonly of: OfWorkers; readonly query: URLSearchParams }) => {
  const { worker, all, name, found } = of
  if (all && all.length < 2) return null
  const to = (id: string) => {
    const next = kept(query)
    if (id) next.set('worker', id)
    return `?${next}`
  }
  return (
    <>
      <form method="get" class="ly-find">
        {[...kept(query)].map(([key, value]) => (
          <Hidden key={key} name={key} value={value} />
        ))}
        {all ? (
          <>
            <Select
              name="worker"
              label="Of whom"
              value={worker?.id ?? ''}
              options={[
                { value: '', text: 'Everybody' },
                ...all.map(({ id, name }) => ({ value: id, text: name })),
              ]}
            />
            <Button kind="secondary">Show</Button>
          </>
        ) : (
          <Input
            name="whom"
            type="search"
            label="Of whom: a part of their name"
            value={worker?.name ?? name}
            autocomplete="off"
            after={<Button kind="secondary">Show</Button>}
          />
        )}
      </form>
      {!all && worker && (
        <Paragraph>
          Only those of {worker.name}. <Link href={to('')}>Show everybody’s</Link>
        </Paragraph>
      )}
      {!worker && name && <Which name={name} found={found} to={to} />}
    </>
  )
}

/** Several have it in their names, or nobody has. */
const Which = (about: {
  readonly name: string
  readonly found: readonly Named[]
  readonly to: (id: string) => string
}) => {
  const { name, found, to } = about
  if (found.length === 0)
    return <Paragraph>Nobody here has “{name}” in their name. Everybody’s are shown.</Paragraph>
  return (
    <>
      <Paragraph>
        {found.length > mostFound ? `More than ${mostFound} people have` : `${found.length} people have`} “
        {name}” in their names. Choose one{found.length > mostFound ? ', or type more of the name' : ''}:
      </Paragraph>
      <ul class="ly-list">
        {found.slice(0, mostFound).map(one => (
          <li key={one.id}>
            <Link href={to(one.id)}>{one.name}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What else the list is narrowed by. */
function kept(query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams()
  for (const name of ['with', 'since', 'find']) {
    const value = query.get(name)
    if (value) next.set(name, value)
  }
  return next
}
