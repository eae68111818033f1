import { evidence } from '../records/index.ts'
import type { AtRiskTable } from './at-risk/queries.ts'
import type { AwayTable } from './away/queries.ts'
import type {
  FamilyTieTable,
  HandoverTable,
  PersonTable,
  RoleGrantTable,
  TeamMemberTable,
  TeamTable,
  WorkLinkTable,
} from './queries.ts'

/** A person's row changes over time: each change is an entry with the whole row in it, and the row points to the newest. */
export const personEvidence = evidence<PersonTable>()({
  table: 'person',
  events: ['person.added', 'person.changed', 'person.left', 'person.signs-in-anew', 'invitation.accepted'],
  columns: [
    'id',
    'kind',
    'name',
    'email',
    'phone',
    'born_on',
    'manager_id',
    'login_id',
    'joined_at',
    'left_at',
    'way',
  ],
  erasable: ['name', 'email', 'phone', 'born_on'],
  neverEmpty: ['name'],
  cameLater: { way: 'web' },
})

export const roleEvidence = evidence<RoleGrantTable>()({
  table: 'role_grant',
  events: ['role.granted', 'role.ended'],
  columns: ['id', 'person_id', 'role', 'granted_at', 'ended_at'],
  erasable: [],
})

export const workLinkEvidence = evidence<WorkLinkTable>()({
  table: 'work_link',
  events: ['work.began', 'work.ended'],
  columns: ['id', 'staff_id', 'child_id', 'purpose', 'since', 'until'],
  erasable: ['purpose'],
  neverEmpty: ['purpose'],
})

export const familyTieEvidence = evidence<FamilyTieTable>()({
  table: 'family_tie',
  events: ['family.tied', 'family.untied'],
  columns: ['agency_id', 'child_id', 'parent_id', 'relationship', 'since', 'until', 'why_ended'],
  erasable: ['why_ended'],
  neverEmpty: ['why_ended'],
  cameLater: { why_ended: null },
})

export const teamEvidence = evidence<TeamTable>()({
  table: 'team',
  events: ['team.made', 'team.changed'],
  columns: ['id', 'name', 'manager_id'],
  erasable: [],
})

export const teamMemberEvidence = evidence<TeamMemberTable>()({
  table: 'team_member',
  events: ['team.joined', 'team.left'],
  columns: ['team_id', 'person_id', 'since', 'until'],
  erasable: [],
})

export const handoverEvidence = evidence<HandoverTable>()({
  table: 'handover',
  events: ['handover.made'],
  columns: ['id', 'person_id', 'made_at', 'went'],
  erasable: [],
})

/** When somebody is away. Why is kept nowhere. */
export const awayEvidence = evidence<AwayTable>()({
  table: 'away',
  events: ['away.entered', 'away.ended'],
  columns: ['id', 'person_id', 'from_day', 'last_day', 'set_by', 'set_at', 'ended_at'],
  erasable: [],
})

/** Who is a grown-up whom the guidance protects as it protects a child. */
export const atRiskEvidence = evidence<AtRiskTable>()({
  table: 'adult_at_risk',
  events: ['person.at-risk'],
  columns: ['id', 'person_id', 'at_risk', 'set_by', 'set_at'],
  erasable: [],
})

/** All that people's own tables answer for. */
export const peopleEvidence = [
  personEvidence,
  roleEvidence,
  workLinkEvidence,
  familyTieEvidence,
  teamEvidence,
  teamMemberEvidence,
  handoverEvidence,
  awayEvidence,
  atRiskEvidence,
]
