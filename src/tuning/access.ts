import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { selectTunings, type TuningRow } from './queries.ts'
import { maySee, mayTune } from './rules.ts'

/** Whoever decides, by the name their tuning carries. */
export interface Tuner {
  readonly name: string
}

/** Leave to see how the screening is tuned. */
export async function leaveToSee(reader: Reader<PersonActor>): Promise<Permitted<'see', Tuner> | undefined> {
  return (await hasRole(reader, ...maySee)) ? permit('see', { name: reader.actor.name }) : undefined
}

/** Leave to tune it, for the whole organisation. */
export async function leaveToTune(
  reader: Reader<PersonActor>,
): Promise<Permitted<'tune', Tuner> | undefined> {
  return (await hasRole(reader, ...mayTune)) ? permit('tune', { name: reader.actor.name }) : undefined
}

export async function tuningToSee(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'see', TuningRow> | undefined> {
  const row = await find(reader, text)
  return row && (await hasRole(reader, ...maySee)) ? permit('see', row) : undefined
}

export async function tuningToEnd(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'end', TuningRow> | undefined> {
  const row = await find(reader, text)
  return row && (await hasRole(reader, ...mayTune)) ? permit('end', row) : undefined
}

async function find({ db, actor }: Reader<PersonActor>, text: string): Promise<TuningRow | undefined> {
  const id = idFrom<'tuning'>(text)
  return id && (await selectTunings(db, actor.agencyId, id))[0]
}
