import type { PersonId, Writer } from '../records/index.ts'
import { forgetNotified } from './queries.ts'

/** The links that somebody of a family was sent have ended: the next message to them brings one, whether or not they looked. */
export const linksEnded = ({ db, actor }: Writer, personId: PersonId): Promise<void> =>
  forgetNotified(db, actor.agencyId, personId)
