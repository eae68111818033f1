import { type DutyKind, openDuties, tellAtOnce } from '../../duties/index.ts'
import { newEntryId, type PersonId, type Reader, record, type Writer } from '../../records/index.ts'
import type { Finding } from '../../screening/index.ts'
import type { Part } from '../rules.ts'
import { keptOf, screened, speakerOf } from '../screened.ts'
import { allDesignated } from '../who-answers.ts'

/** Words of a family that are no message: what could not go, or what is held. */
export interface NoMessage {
  readonly kind: 'kept-words' | 'arrival'
  readonly id: string
  /** Whom they do not open to, whatever their role: the worker they were meant for. */
  readonly notFor?: PersonId | null
}
const duties = { 'kept-words': 'danger-kept', arrival: 'danger-held' } as const satisfies Record<
  NoMessage['kind'],
  DutyKind
>

/** What there is of danger in somebody’s words, as it would be found in a message of theirs. Nothing where there is none. */
export async function dangerIn(
  reader: Reader,
  text: string,
  by: Part,
  said: readonly string[] = [],
): Promise<readonly Finding[]> {
  return (await screened(reader, text, { speaker: speakerOf(by), said })).danger ?? []
}

/**
 * Has danger in words that are no message heard as it is in one: by the designated persons and their deputies, by a letter at
 * once that says nothing of it; where there are none, by `otherwise`. Says who was told: nobody where nothing was found.
 */
export async function hearDanger(
  writer: Writer,
  { notFor, ...about }: NoMessage,
  found: readonly Finding[],
  otherwise: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (found.length === 0) return []
  const { actor } = writer
  const designated = (await allDesignated(writer)).filter(
    id => id !== notFor && (actor.kind === 'system' || id !== actor.personId),
  )
  const people = designated.length > 0 ? designated : otherwise
  const entryId = newEntryId(writer)
  await record(
    writer,
    {
      event: 'words.marked',
      about: [about],
      cites: [...new Set(found.flatMap(one => one.cites))],
      content: { about: about.id, kind: 'danger', found: keptOf(found), told: people },
    },
    { id: entryId },
  )
  await openDuties(writer, duties[about.kind], people, about, entryId)
  tellAtOnce(writer, people)
  return people
}
