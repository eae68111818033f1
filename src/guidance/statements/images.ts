import { inSection } from '../statement.ts'

/** Images, still and moving. */
export const images = inSection(
  { section: 'images', channel: 'images' },
  {
    'IM-DONT-1': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'detected',
      says: 'Do not take pictures of children or young people with your own equipment.',
    },
    'IM-DONT-NOTE': {
      kind: 'dont',
      audience: 'worker',
      treatment: 'shown',
      says: 'Your own equipment means a phone’s camera as well as a camera or video recorder by itself.',
    },
    'IM-BEST-1': {
      kind: 'best',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'Your organisation should give you the equipment for pictures.',
    },
    'IM-BEST-2': {
      kind: 'best',
      audience: 'worker',
      treatment: 'shown',
      says: 'Know who has the cameras and where to collect one.',
    },
    'IM-SAFE-1': {
      kind: 'safe',
      audience: 'manager',
      treatment: 'gated',
      says: 'Using your own camera is safe practice only when senior managers have agreed to it.',
    },
    'IM-SAFE-2': {
      kind: 'safe',
      audience: 'worker',
      treatment: 'detected',
      says: 'Arrange for the pictures to go to the organisation’s network straight after the event.',
    },
    'IM-RISK-1': {
      kind: 'risk',
      audience: 'worker',
      treatment: 'shown',
      says: 'Disciplinary or capability proceedings may follow.',
    },
    'IM-POOR-1': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'enforced',
      says: 'It is poor practice to copy pictures from the organisation’s equipment to your own.',
    },
    'IM-POOR-2': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'detected',
      says: 'It is poor practice to take pictures with your own equipment when your manager does not know or has not agreed.',
    },
    'IM-POOR-3': {
      kind: 'poor',
      audience: 'worker',
      treatment: 'evidenced',
      says: 'It is poor practice to keep pictures for yourself and not delete them from your equipment.',
    },
    'IM-INPLACE-1': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The acceptable use policy is clear about taking pictures with personal equipment.',
    },
    'IM-INPLACE-2': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'evidenced',
      says: 'The acceptable use policy covers still and moving pictures of children and families: taking them, passing them on, and where they are kept online.',
    },
    'IM-INPLACE-3': {
      kind: 'in-place',
      audience: 'manager',
      treatment: 'gated',
      says: 'There is consent to take the pictures and to each use of them, on a website or in a display for example.',
    },
    'IM-INPLACE-BLANK': {
      kind: 'in-place',
      audience: 'organisation',
      treatment: 'shown',
      says: 'The 2015 list has an empty point here.',
    },
    'IM-INPLACE-4': {
      kind: 'in-place',
      audience: 'manager',
      treatment: 'evidenced',
      says: 'Workers know where to collect and return equipment, who moves the pictures to the organisation’s storage and who deletes them from the camera.',
    },
  },
)
