import { evidence } from '../../records/index.ts'
import type { LinkDecisionTable, LinkEndTable, LinkTable } from './tables.ts'

export const personalLinkEvidence = evidence<LinkTable>()({
  table: 'personal_link',
  events: ['personal-link.declared'],
  columns: [
    'id',
    'declared_by',
    'person_id',
    'described',
    'relation',
    'platform',
    'says',
    'declared_at',
    'draft_key',
  ],
  erasable: ['described', 'says'],
  neverEmpty: ['described'],
})

export const linkDecisionEvidence = evidence<LinkDecisionTable>()({
  table: 'personal_link_decision',
  events: ['personal-link.decided'],
  columns: ['id', 'link_id', 'decision', 'limits', 'ends_on', 'review_on', 'decided_by', 'decided_at'],
  erasable: ['limits'],
  neverEmpty: ['limits'],
})

export const linkEndEvidence = evidence<LinkEndTable>()({
  table: 'personal_link_end',
  events: ['personal-link.ended'],
  columns: ['id', 'link_id', 'ended_by', 'because', 'ended_at'],
  erasable: [],
})

export const linkEvidence = [personalLinkEvidence, linkDecisionEvidence, linkEndEvidence]
