import type { NoteId, StatementId } from '../guidance/index.ts'

/** The most that a court can give: magistrates, and a judge and jury where they may try it. */
export interface Most {
  readonly magistrates: string
  readonly jury?: string
}

/** An offence of the 2015 list, with what the text gave and what is given now. A test holds both to the words beside them. */
export interface Offence {
  readonly name: string
  readonly says: StatementId
  readonly in2015: Most
  readonly today: Most
  readonly by: readonly NoteId[]
}

export const offences: readonly Offence[] = [
  {
    name: 'Threats to kill',
    says: 'LEG-THREAT-1',
    in2015: { magistrates: '6 months', jury: '10 years' },
    today: { magistrates: '12 months', jury: '10 years' },
    by: ['threats-to-kill', 'magistrates-twelve-months'],
  },
  {
    name: 'Harassment',
    says: 'LEG-HARASS-1',
    in2015: { magistrates: '6 months' },
    today: { magistrates: '6 months' },
    by: ['harassment'],
  },
  {
    name: 'Making somebody fear violence',
    says: 'LEG-FEAR-1',
    in2015: { magistrates: '6 months', jury: '5 years' },
    today: { magistrates: '12 months', jury: '10 years' },
    by: ['fear-of-violence', 'magistrates-twelve-months'],
  },
  {
    name: 'Malicious messages',
    says: 'LEG-MALCOMMS-1',
    in2015: { magistrates: '6 months' },
    today: { magistrates: '12 months', jury: '2 years' },
    by: ['malicious-two-years', 'malicious-narrower', 'magistrates-twelve-months'],
  },
  {
    name: 'Threats to damage property',
    says: 'LEG-DAMAGE-1',
    in2015: { magistrates: '6 months', jury: '10 years' },
    today: { magistrates: '12 months', jury: '10 years' },
    by: ['threats-to-damage', 'magistrates-twelve-months'],
  },
  {
    name: 'Intended harassment, alarm or distress',
    says: 'LEG-INTENT-1',
    in2015: { magistrates: '6 months' },
    today: { magistrates: '6 months' },
    by: ['harassment-alarm-distress'],
  },
]

/** What the 2015 list does not have. */
export const newerOffences: readonly NoteId[] = [
  'sexual-communication',
  'threatening-messages',
  'false-messages',
  'self-harm',
  'cyberflashing',
  'intimate-pictures',
  'position-of-trust',
]
