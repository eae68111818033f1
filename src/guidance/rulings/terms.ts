/** How an act stands, from the worst to the best. */
export const standings = ['forbidden', 'poor', 'safe', 'best'] as const
export type Standing = (typeof standings)[number]

export interface StandingWords {
  /** The answer in a sentence. */
  readonly says: string
  readonly means: string
}

/** The standing in words. */
export const standingWords: Readonly<Record<Standing, StandingWords>> = {
  forbidden: { says: 'Do not do this', means: 'The guidance does not allow it.' },
  poor: { says: 'Do not do it like this', means: 'The guidance calls it poor practice.' },
  safe: { says: 'You may, with care', means: 'What is listed here must be in place.' },
  best: { says: 'You may', means: 'This is how the guidance would have it done.' },
}

/** The same of telling somebody of a worry. Nobody is to read that they should not tell. */
export const reportWords: Readonly<Record<Standing, StandingWords>> = {
  forbidden: { says: 'Do not keep it to yourself', means: 'Telling nobody is not allowed.' },
  poor: { says: 'Call 999 first', means: 'Then tell them as well. Telling only them is poor practice.' },
  safe: { says: 'Tell them, and others too', means: 'See who else must know.' },
  best: { says: 'Tell them', means: 'You need nobody’s leave.' },
}

/** Whose agreement must be on the record before the act. */
export const approvals = {
  manager: 'Your manager agrees to it',
  'senior-manager':
    'A senior manager agrees to it: on the record, for this and for a time. You cannot agree to it yourself',
  permission: 'The parent or carer gives permission, and the child agrees',
} as const
export type Approval = keyof typeof approvals

/** What is owed because of an act. The first two come before anything else and wait for nobody. */
export const owing = {
  'call-999': 'Call 999 first, now',
  'report-outside': 'Report it to CEOP or the police at once',
  'tell-designated-person':
    'Tell the designated person, as soon as anybody outside who must act has been told',
  'tell-manager': 'Tell your manager',
  'sign-policy': 'Read and sign the acceptable use policy',
  'move-and-delete':
    'Move it to your organisation’s storage and delete it from the equipment straight afterwards',
  'return-equipment': 'Return the equipment when it is due',
  'check-charge': 'Before it goes out, check that it is charged and has credit',
  'check-roaming': 'Before it goes abroad, check that it works there',
  'review-exception': 'When the time agreed to is over, stop, or ask the senior manager again',
  'review-profile': 'Go over the profile’s settings when the review is due',
  'note-contact': 'Put a note of it on the record the same day',
  'change-number': 'If somebody you work with has your own number, think of changing it',
} as const
export type Owed = keyof typeof owing

// Object.keys forgets the names of tables that have exactly these.
export const approvalNames = Object.keys(approvals) as readonly Approval[]
export const owedNames = Object.keys(owing) as readonly Owed[]

export const rankOf = (standing: Standing): number => standings.indexOf(standing)
