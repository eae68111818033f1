import { createHash } from 'node:crypto'
import { newId } from '../../kit/ids.ts'
import type { Permitted } from '../../kit/proof.ts'
import type { PersonActor, Recorded, Writer } from '../../records/index.ts'
import type { OrganisationFacts } from './organisation-facts.ts'
import { factTables } from './queries.ts'
import type { ReadLogo } from './read-logo.ts'
import { say } from './say.ts'

type Here = Permitted<'change-organisation', OrganisationFacts>

/** Puts up a logo that has been read and drawn anew. Those before it are kept: what was printed then can be printed again. */
export async function changeLogo(
  writer: Writer<PersonActor>,
  here: Here,
  { png, width, height }: ReadLogo,
): Promise<Recorded<undefined>> {
  const { db, actor, now } = writer
  const hash = createHash('sha256').update(png).digest()
  const id = newId<'organisation-logo'>(now.getTime())
  await factTables(db)
    .insertInto('organisation_logo')
    .values({ agency_id: actor.agencyId, id, content: png, hash })
    .execute()
  return say(writer, here, 'logo', { logo: id, hash: hash.toString('base64'), width, height })
}

/** Takes the logo away: the organisation's name alone stands from now on. */
export const takeLogoAway = (writer: Writer<PersonActor>, here: Here): Promise<Recorded<undefined>> =>
  say(writer, here, 'logo', { logo: null, hash: null, width: 0, height: 0 })
