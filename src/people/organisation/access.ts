import { idFrom } from '../../kit/ids.ts'
import { type Permitted, permit } from '../../kit/proof.ts'
import type { PersonActor, Reader } from '../../records/index.ts'
import { hasRole } from '../access.ts'
import { type DesignatedContact, type OrganisationFacts, organisationFacts } from './organisation-facts.ts'
import { mayChangeOrganisation, mayChangeOutside } from './parts.ts'

/** The organisation's names and numbers, to change: an administrator's or a senior manager's. */
export async function organisationToChange(
  reader: Reader<PersonActor>,
): Promise<Permitted<'change-organisation', OrganisationFacts> | undefined> {
  if (!(await hasRole(reader, ...mayChangeOrganisation))) return undefined
  return permit('change-organisation', await organisationFacts(reader))
}

/** The same, for what is said of telling those outside: whoever deals with concerns may change that too. */
export async function outsideToChange(
  reader: Reader<PersonActor>,
): Promise<Permitted<'change-organisation', OrganisationFacts> | undefined> {
  if (!(await hasRole(reader, ...mayChangeOutside))) return undefined
  return permit('change-organisation', await organisationFacts(reader))
}

/** A designated person's or deputy's telephone and email, to change. Nobody else's are printed, so nobody else's are here. */
export async function contactToChange(
  reader: Reader<PersonActor>,
  text: string,
): Promise<
  | {
      readonly here: Permitted<'change-organisation', OrganisationFacts>
      readonly contact: DesignatedContact
    }
  | undefined
> {
  const id = idFrom<'person'>(text)
  const here = await organisationToChange(reader)
  const contact = here?.designated.find(one => one.id === id)
  return here && contact ? { here, contact } : undefined
}
