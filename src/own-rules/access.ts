import { idFrom } from '../kit/ids.ts'
import { type Permitted, permit } from '../kit/proof.ts'
import { hasRole } from '../people/index.ts'
import type { PersonActor, Reader } from '../records/index.ts'
import { type DecisionRow, selectDecisions, selectTightenings, type TighteningRow } from './queries.ts'
import { mayDecide, mayEndDecision, mayTighten } from './rules.ts'

/** Whoever acts, by the name that their rule or decision carries. */
export interface Setter {
  readonly name: string
}

/** Leave to ask for more than the guidance does, for the whole organisation. */
export async function leaveToTighten(
  reader: Reader<PersonActor>,
): Promise<Permitted<'tighten', Setter> | undefined> {
  return (await hasRole(reader, ...mayTighten)) ? permit('tighten', { name: reader.actor.name }) : undefined
}

/** Leave to decide that a limit does not hold, for the whole organisation and for a time. */
export async function leaveToDecide(
  reader: Reader<PersonActor>,
): Promise<Permitted<'decide', Setter> | undefined> {
  return (await hasRole(reader, ...mayDecide)) ? permit('decide', { name: reader.actor.name }) : undefined
}

/** One tightening, as everybody on the staff may read it. */
export async function tighteningToRead(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'read', TighteningRow> | undefined> {
  const row = await find(reader, text, selectTightenings)
  return row && permit('read', row)
}

export async function tighteningToEnd(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'end', TighteningRow> | undefined> {
  const row = await find(reader, text, selectTightenings)
  return row && (await hasRole(reader, ...mayTighten)) ? permit('end', row) : undefined
}

/** One decision, as everybody on the staff may read it. */
export async function decisionToRead(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'read', DecisionRow> | undefined> {
  const row = await find(reader, text, selectDecisions)
  return row && permit('read', row)
}

export async function decisionToEnd(
  reader: Reader<PersonActor>,
  text: string,
): Promise<Permitted<'end', DecisionRow> | undefined> {
  const row = await find(reader, text, selectDecisions)
  return row && (await hasRole(reader, ...mayEndDecision)) ? permit('end', row) : undefined
}

async function find<Kind extends string, Row>(
  { db, actor }: Reader<PersonActor>,
  text: string,
  select: (
    db: Reader['db'],
    agency: PersonActor['agencyId'],
    id: ReturnType<typeof idFrom<Kind>> & string,
  ) => Promise<Row[]>,
): Promise<Row | undefined> {
  const id = idFrom<Kind>(text)
  if (!id || actor.kind !== 'staff') return undefined
  const [row] = await select(db, actor.agencyId, id)
  return row
}
