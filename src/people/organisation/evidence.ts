import { evidence } from '../../records/index.ts'
import type { OrganisationFactTable } from './queries.ts'

/** What the organisation says of itself. A logo's picture is bound by its hash, which the row holds. */
export const organisationEvidence = evidence<OrganisationFactTable>()({
  table: 'organisation_fact',
  events: ['organisation.said'],
  columns: ['id', 'part', 'person_id', 'said', 'set_by', 'set_at'],
  erasable: [],
})
