import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { answersFor, childrenOf, isHere, lineOf, standing } from '../people/index.ts'
import { type PersonActor, type PersonId, type Reader, record, type Writer } from '../records/index.ts'
import { type ApproachRow, selectApproach, type Whose } from './queries.ts'
import { mayHear, mayHearAll, type Situation } from './rules.ts'

/** Somebody whom whoever tells works with, and so can choose by name. */
export interface Known {
  readonly id: PersonId
  readonly name: string
  readonly situation: Situation
}

/** Leave to tell of oneself: everybody who works here has it. With whom they work with. */
export async function leaveToTell(
  reader: Reader<PersonActor>,
): Promise<Permitted<'tell', { readonly known: readonly Known[] }> | undefined> {
  if (reader.actor.kind !== 'staff' || !(await isHere(reader))) return undefined
  const children = await childrenOf(reader, reader.actor.personId)
  const known = new Map<PersonId, Known>()
  for (const { id, name, parents } of children) {
    known.set(id, { id, name, situation: 'child' })
    for (const parent of parents)
      known.set(parent.id, { id: parent.id, name: parent.name, situation: 'parent' })
  }
  return permit('tell', { known: [...known.values()] })
}

/** Whether the acting person hears what this one tells of themselves: somebody they answer to, or a designated person. */
export async function hears(reader: Reader<PersonActor>, teller: PersonId): Promise<boolean> {
  if (teller === reader.actor.personId) return false
  const whose = await heardBy(reader)
  if (whose === undefined || 'allBut' in whose) return whose !== undefined
  // Whoever has left is in nobody's line any more; the manager they had still hears them.
  return whose.people.includes(teller) || (await answersFor(reader, teller)) === reader.actor.personId
}

/** Of whom the acting person may read: designated persons of all but themselves, managers of their line. */
export async function heardBy(reader: Reader<PersonActor>): Promise<Whose | undefined> {
  const has = await standing(reader)
  if (mayHearAll.some(role => has.has(role))) return { allBut: reader.actor.personId }
  if (!mayHear.some(role => has.has(role))) return undefined
  return { people: await lineOf(reader, reader.actor.personId) }
}

/** What others told, for whoever hears it to have listed. */
export async function approachesToHear(
  reader: Reader<PersonActor>,
): Promise<Permitted<'hear', { readonly whose: Whose }> | undefined> {
  const whose = await heardBy(reader)
  return whose && permit('hear', { whose })
}

/** An approach: one's own; or, on the record, that of somebody one hears. */
export async function approachToRead(
  writer: Writer<PersonActor>,
  text: string,
): Promise<Permitted<'read', { readonly approach: ApproachRow; readonly mine: boolean }> | undefined> {
  const approach = await find(writer, text)
  if (!approach) return undefined
  const mine = approach.told_by === writer.actor.personId && (await isHere(writer))
  if (mine) return permit('read', { approach, mine })
  if (!(await hears(writer, approach.told_by))) return undefined
  await record(writer, {
    event: 'approach.read',
    about: [{ kind: 'approach', id: approach.id }],
    cites: ['SN-POOR-4'],
    content: { approach: approach.id, at: writer.now.toISOString() },
  })
  return permit('read', { approach, mine })
}

/** An approach to answer: never one's own. */
export async function approachToAnswer(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'answer', ApproachRow> | undefined> {
  const approach = await find(reader, text)
  return approach && (await hears(reader, approach.told_by)) ? permit('answer', approach) : undefined
}

async function find({ db, actor }: Reader<PersonActor>, text: string): Promise<ApproachRow | undefined> {
  const id = idFrom<'approach'>(text)
  return id && actor.kind === 'staff' ? selectApproach(db, actor.agencyId, id) : undefined
}
