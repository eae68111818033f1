import { tidy } from '../kit/forms/index.ts'
import { enqueue } from '../kit/jobs/index.ts'
import { Already, type Permitted } from '../kit/proof.ts'
import { type PersonActor, type Recorded, record, type Writer } from '../records/index.ts'
import type { ExportHere } from './access.ts'
import { putProgress } from './progress.ts'
import { type Choice, mostNamed, standInKeys, usually } from './rules.ts'
import type { Choices, ExportId } from './tables.ts'

/** The name of the field for the person at this place of the list. */
export const fieldAt = (at: number): string => `p${at}`

/** What was chosen for somebody’s name, or nothing. */
export const isChoice = (text: string | undefined): text is Choice =>
  text === 'keep' || standInKeys.some(key => key === text)

/** What was chosen for each who is named, and which further words are to go: a line each. What was not said is as usual. */
export function choicesIn(
  { export: { named } }: ExportHere,
  values: Readonly<Record<string, string | undefined>>,
): Choices {
  const people = (named ?? []).slice(0, mostNamed).map(({ id, kind, own }, at) => {
    const chosen = values[fieldAt(at)]
    return [id, isChoice(chosen) ? chosen : usually(kind, own)] as const
  })
  const others = (values.others ?? '').split('\n').map(tidy).filter(Boolean)
  return { people: Object.fromEntries(people), others: [...new Set(others)] }
}

/**
 * The names in an export have been gone through: from now on it is made. Whom it keeps is an entry; further words that are to go
 * are counted there, and not said.
 */
export async function chooseNames(
  writer: Writer<PersonActor>,
  mine: Permitted<'have-export', ExportHere>,
  choices: Choices,
): Promise<Recorded<ExportId> | Already<ExportId>> {
  const { id, state } = mine.export
  if (state !== 'choosing') return new Already(id)
  const { db, actor, now } = writer
  const done = await record(
    writer,
    {
      event: 'export.chosen',
      about: [{ kind: 'export', id }],
      cites: ['BG-2'],
      content: { export: id, people: choices.people, others: choices.others.length },
    },
    { value: id },
  )
  const { agencyId } = actor
  await putProgress(db, { agencyId, id }, { state: 'making', choices }, now)
  await enqueue(db, { task: 'export-make', payload: { agencyId, exportId: id } })
  return done
}
