import { evidence } from '../records/index.ts'
import type { DraftTable, RevisionTable, StepTable } from './queries.ts'

export const draftEvidence = evidence<DraftTable>()({
  table: 'policy_draft',
  events: ['draft.begun'],
  columns: ['id', 'policy_id', 'way', 'begun_by', 'begun_at'],
  erasable: [],
})

/** Each saving of a draft, with all of its words. */
export const revisionEvidence = evidence<RevisionTable>()({
  table: 'policy_draft_revision',
  events: ['draft.saved', 'draft.checked'],
  columns: ['id', 'draft_id', 'number', 'made_of', 'wrote', 'saved_by', 'saved_at'],
  erasable: [],
})

/** What became of a draft: whom it was asked of, what was approved word for word, why it came back. */
export const stepEvidence = evidence<StepTable>()({
  table: 'policy_draft_step',
  events: [
    'draft.asked',
    'draft.sent-back',
    'draft.withdrawn',
    'draft.approved',
    'draft.published',
    'draft.dropped',
  ],
  columns: [
    'id',
    'draft_id',
    'number',
    'step',
    'revision',
    'person_id',
    'at',
    'words',
    'asked_of',
    'sign_again',
    'effective_on',
    'review_on',
    'text',
    'seen',
  ],
  erasable: [],
})
