import { inSection } from '../statement.ts'

/** Live streaming. */
export const liveStreaming = inSection(
  { section: 'live-streaming', channel: 'live-streaming' },
  {
    'LS-DEF-1': {
      kind: 'definition',
      audience: 'anyone',
      treatment: 'shown',
      says: 'Live streaming means webcams and video calls. FaceTime and Skype were the best-known in 2015, and new ones keep coming.',
    },
    'LS-DONT-1': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'gated',
      says: 'Do not use your personal webcam with children, young people, parents or carers, or to record what goes on, without permission.',
    },
    'LS-BEST-1': {
      kind: 'best',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'Learn what the equipment and software have built in, and turn it off.',
    },
    'LS-SAFE-1': {
      kind: 'safe',
      audience: 'manager',
      treatment: 'gated',
      says: 'Using your own webcam is safe practice only when senior managers have agreed to it for one named project.',
    },
    'LS-SAFE-2': {
      kind: 'safe',
      audience: 'worker',
      treatment: 'detected',
      says: 'Arrange for recordings to go to the organisation’s network straight after the event.',
    },
    'LS-POOR-1': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'detected',
      says: 'It is poor practice to stream with your own equipment when your manager does not know or has not agreed.',
    },
    'LS-POOR-2': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'attested',
      says: 'It is poor practice to keep for yourself what you know of the people you work with, or of what they did.',
    },
    'LS-RISK-1': {
      kind: 'risk',
      audience: 'worker',
      treatment: 'shown',
      says: 'Misusing personal information may breach the acceptable use policy, and allegations or capability or disciplinary proceedings may follow.',
    },
    'LS-INPLACE-1': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The acceptable use policy is clear about personal equipment, webcams among it.',
    },
    'LS-INPLACE-2': {
      kind: 'in-place',
      audience: 'manager',
      treatment: 'gated',
      says: 'Where a webcam is needed for a single occasion, such as a project, the organisation puts fitting safeguards in place.',
    },
    'LS-INPLACE-3': {
      kind: 'in-place',
      audience: 'manager',
      treatment: 'evidenced',
      says: 'It is settled beforehand how the work is put on the organisation’s network as soon as the activity ends.',
    },
  },
)
