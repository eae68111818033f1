import { inSection } from '../statement.ts'

/** The three cases, and how the pages after them may be used. */
export const cases = inSection(
  { section: 'cases', channel: 'social-networking' },
  {
    'CASE-0': {
      channel: 'general',
      kind: 'case',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Three cases had brought the subject into the news.',
    },
    'CASE-1-FACTS': {
      kind: 'case',
      audience: 'worker',
      treatment: 'taught',
      says: 'Two customers abused a manager at her work. She kept calm then, but later, still at work, wrote abusive things about it on Facebook. Their daughter read them and complained.',
    },
    'CASE-1-OUTCOME': {
      kind: 'case',
      audience: 'worker',
      treatment: 'taught',
      says: 'She was dismissed for gross misconduct: what she posted was found to have damaged her employer’s good name.',
    },
    'CASE-1-LESSON': {
      kind: 'case',
      audience: 'worker',
      treatment: 'taught',
      says: 'She had thought that her privacy settings kept what she wrote among family and friends.',
    },
    'CASE-2-FACTS': {
      kind: 'case',
      audience: 'worker',
      treatment: 'taught',
      says: 'New conditions would have made an employee work 3 weekends in 4. Off sick while staff were being consulted, he began a Facebook page against the change.',
    },
    'CASE-2-OUTCOME': {
      kind: 'case',
      audience: 'manager',
      treatment: 'taught',
      says: 'He was disciplined: his public statements were said to stir up dissent at work and to harm the company.',
    },
    'CASE-3-FACTS': {
      kind: 'case',
      audience: 'worker',
      treatment: 'taught',
      says: 'In September 2010 a community psychiatric nurse was struck off over an inappropriate relationship with a woman who had been a patient.',
    },
    'CASE-3-DETAIL-1': {
      kind: 'case',
      audience: 'worker',
      treatment: 'taught',
      says: 'They had met when she came to be assessed, and he gave her counselling and support.',
    },
    'CASE-3-DETAIL-2': {
      kind: 'case',
      audience: 'worker',
      treatment: 'detected',
      says: 'Two weeks after her discharge he wrote to her on Facebook. They met often, and the relationship became sexual.',
    },
    'META-GUIDELINES-USE': {
      channel: 'general',
      kind: 'meta',
      audience: 'organisation',
      treatment: 'shown',
      says: 'The pages that follow are guidelines, made to help an organisation talk about these things.',
    },
    'META-POSTERS': {
      channel: 'general',
      kind: 'meta',
      audience: 'organisation',
      treatment: 'shown',
      says: 'They can go up on notice boards or be used as posters.',
    },
    'META-ADAPT': {
      channel: 'general',
      kind: 'meta',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'Change them to fit your own organisation.',
    },
  },
)
