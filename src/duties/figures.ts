import type { Reader } from '../records/index.ts'
import { countDuties } from './queries.ts'

export interface DutyFigures {
  readonly open: number
  /** Of them, those past the day they were due. */
  readonly late: number
}

/** What is owed in the reader's agency, in figures: for the board. */
export const dutyFigures = ({ db, actor, now }: Reader): Promise<DutyFigures> =>
  countDuties(db, actor.agencyId, now)
