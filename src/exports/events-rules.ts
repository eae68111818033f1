/** What an event is called in an export, and how much of what its entry commits to leaves with it. */
export interface Told {
  readonly words: string
  /** The parts of the content that are shown, each with its words. Where none is, only that it happened, when and by whom. */
  readonly show?: readonly (readonly [field: string, words: string])[]
  /** What the entry is about stands in its content and not in its leaf. */
  readonly inContent?: true
  /** Its content says of others what is not this export’s to give, or a family’s numbers and addresses: it stays here. */
  readonly stays?: true
  /** For designated persons alone. */
  readonly designated?: true
  /** Said among the staff, or by somebody else in confidence: in no export about a parent or carer, who is given that export. */
  readonly inside?: true
}

const said = [['words', 'In words']] as const
const link = [
  ['staff_id', 'Worker'],
  ['child_id', 'Child'],
  ['purpose', 'For'],
  ['since', 'Since'],
  ['until', 'Until'],
] as const
const step = [['word', 'In words']] as const
const way = [
  ['person_id', 'To'],
  ['channel', 'By'],
  ['why', 'Why'],
] as const
const call = [
  ['with_id', 'With'],
  ['way', 'Which way'],
  ['result', 'What came of it'],
  ['began_at', 'When'],
  ['minutes', 'Minutes'],
  ['about', 'About'],
  ['agreed', 'What was agreed'],
  ['phone', 'Whose phone'],
  ['own_reason', 'Why their own'],
  ['second_id', 'Second adult'],
] as const
const review = [
  ['reviewer_id', 'Reviewer'],
  ['finding', 'Found'],
  ['words', 'In words'],
] as const

/** What is in an export, event by event: what is not here is in none. */
export const events: Readonly<Record<string, Told>> = {
  'conversation.opened': { words: 'The conversation was opened', show: [['subject', 'About']] },
  'conversation.joined': { words: 'The second adult looked at it' },
  'conversation.read': { words: 'Read by somebody who answers for it' },
  'conversation.ended': {
    words: 'The conversation ended',
    show: [
      ['worker_id', 'Whose work'],
      ['purpose', 'What it was for'],
    ],
  },
  'conversations.paused': { words: 'Paused, or went on', inContent: true, stays: true },
  'participant.added': {
    words: 'Put in the conversation',
    show: [
      ['person_id', 'Who'],
      ['part', 'As'],
    ],
  },
  'participant.left': { words: 'Left the conversation', show: [['person_id', 'Who']] },
  'message.sent': { words: 'Message', show: [['body', 'Words']] },
  'message.marked': {
    inside: true,
    words: 'Marked by the screening',
    show: [
      ['kind', 'As'],
      ['reason', 'Why it was sent all the same'],
    ],
  },
  'message.looked-at': {
    inside: true,
    words: 'Somebody looked at what was marked',
    show: [['did', 'What they did']],
  },
  'detail.opened': { inside: true, words: 'A masked detail was opened', show: [['reason', 'Why']] },
  'message.waits': {
    inside: true,
    words: 'Kept back: held, or until the hours of contact',
    show: [
      ['body', 'Words'],
      ['why', 'Why'],
      ['reason', 'The writer’s reason'],
    ],
  },
  'waiting-message.asked': { inside: true, words: 'Its writer was asked about it', show: step },
  'waiting-message.let-go': { inside: true, words: 'Let go', show: step },
  'waiting-message.sent-back': { inside: true, words: 'Sent back', show: step },
  'waiting-message.withdrawn': { inside: true, words: 'Withdrawn', show: step },
  'waiting-message.sent': { inside: true, words: 'The message that waited was sent' },
  'waiting-message.not-sent': { inside: true, words: 'The message that waited was not sent', show: step },
  'waiting-message.seen': { inside: true, words: 'Its writer saw what became of it' },
  'waiting-message.read': { inside: true, words: 'What waits was read' },
  'words.kept': {
    inside: true,
    words: 'Written where it could not go, and kept',
    inContent: true,
    show: [
      ['author_id', 'By'],
      ['body', 'Words'],
      ['why', 'Why'],
    ],
  },
  'kept-words.read': { inside: true, words: 'Kept words were read' },
  'kept-words.answered': {
    inside: true,
    words: 'Kept words were answered',
    show: [['did', 'What was done']],
  },
  'worry.raised': { words: 'A worry was raised', inContent: true, show: said, designated: true },
  'worry.answered': { words: 'A worry was answered', show: said, designated: true },
  'worry.read': { words: 'A worry was read', designated: true },
  'delivery.claimed': { words: 'On its way', show: way },
  'delivery.handed-over': { words: 'Handed over', show: way },
  'delivery.put-back': { words: 'To be tried again', show: way },
  'delivery.unsure': { words: 'Perhaps handed over', show: way },
  'delivery.delivered': { words: 'Delivered', show: way },
  'delivery.failed': { words: 'Not delivered', show: way },
  'delivery.returned': { words: 'Came back', show: way },
  'delivery.asked-again': { words: 'Sent again', show: way },
  'delivery.taken-care-of': { words: 'Somebody saw to what was not delivered' },
  'delivery.by-the-page': { words: 'By the page instead', show: [['person', 'To']] },
  'help.claimed': { inside: true, words: 'Whom to turn to is sent back', stays: true },
  'help.queued': { inside: true, words: 'Whom to turn to was not taken yet', stays: true },
  'help.sent': { inside: true, words: 'Whom to turn to was sent back', stays: true },
  'help.unsure': { inside: true, words: 'It is not sure that whom to turn to was sent back', stays: true },
  'help.not-sent': { inside: true, words: 'Whom to turn to could not be sent back', stays: true },
  'arrival.received': { words: 'Came by email or text', inContent: true, stays: true },
  'arrival.let-through': { words: 'What came was let through', inContent: true, stays: true },
  'arrival.set-aside': { words: 'What came was set aside', inContent: true, stays: true },
  'arrival.read': { words: 'What came was read' },
  'review.opened': { words: 'Drawn for a review', show: review, designated: true },
  'review.signed': { words: 'Reviewed', show: review, designated: true },
  'review.handed-over': { words: 'The review was given to somebody else', show: review, designated: true },
  'review.taken-up': { words: 'A concern was taken up', show: review, designated: true },
  'review.heard': { words: 'The worker read what was found', designated: true },
  'call.logged': { words: 'A call was written down', show: call },
  'call.corrected': { words: 'What was written of a call was corrected', show: call },
  'call.answered': {
    inside: true,
    words: 'The manager answered about a call',
    inContent: true,
    show: [['says', 'In words']],
  },
  'call.read': { words: 'A call was read' },
  'call.told': { words: 'The second adult read of a call' },
  'number.opened': { words: 'A telephone number was shown, for one call', show: [['reason', 'Why']] },
  'agreement.asked': { words: 'An agreement was asked for', show: [['channels', 'To contact by']] },
  'agreement.answered': {
    words: 'Agreement to contact',
    show: [
      ['child_id', 'Child'],
      ['answer', 'Answer'],
      ['channel', 'By'],
      ['given_by', 'Given by'],
      ['given_on', 'On'],
      ['last_day', 'Until'],
      ['how', 'How'],
    ],
  },
  'work.began': { words: 'Work began', show: link },
  'work.ended': { words: 'Work ended', show: link },
  'family.tied': {
    words: 'Family',
    show: [
      ['child_id', 'Child'],
      ['parent_id', 'Who'],
      ['relationship', 'As'],
    ],
  },
  'family.untied': { words: 'No longer family here', show: [['parent_id', 'Who']] },
  'notice.written': {
    words: 'A notice was written to a group',
    show: [
      ['subject', 'About'],
      ['body', 'Words'],
    ],
    stays: true,
  },
  'notice.given': { words: 'The notice was given', inContent: true, stays: true },
  'notice.read-by-second-adult': { words: 'The second adult read the notice' },
  'notice-member.added': { words: 'Put in a group for notices', inContent: true },
  'notice-member.taken-out': { words: 'Taken out of a group for notices', inContent: true },
  'approach.told': {
    words: 'An approach on a personal account was told',
    inContent: true,
    show: [
      ['situation', 'What'],
      ['how', 'How'],
      ['platform', 'Where'],
      ['happened', 'What happened'],
      ['did', 'What they did'],
    ],
    designated: true,
  },
  'approach.answered': { words: 'An approach was answered', show: said, designated: true },
  'approach.read': { words: 'An approach was read', designated: true },
  'approach.answer-seen': { words: 'The answer to an approach was read', designated: true },
  'personal-link.declared': {
    words: 'A personal link was declared',
    inContent: true,
    show: [
      ['relation', 'What'],
      ['says', 'In words'],
    ],
    designated: true,
  },
  'personal-link.decided': {
    words: 'A personal link was decided on',
    show: [
      ['decision', 'Decision'],
      ['limits', 'Limits'],
    ],
    designated: true,
  },
  'personal-link.ended': { words: 'A personal link ended', show: [['because', 'Why']], designated: true },
  'person.added': { words: 'Added', show: [['name', 'Name']], stays: true },
  'person.changed': { words: 'What is kept of them was changed', show: [['name', 'Name']], stays: true },
  'person.at-risk': { words: 'Said to be an adult who may be at risk' },
  'person.left': { words: 'Left', stays: true },
  'family-link.ended': { words: 'Their links were ended' },
  'texts.stopped': { words: 'Asked for no more texts', stays: true },
  'texts.started': { words: 'Asked for texts again', stays: true },
  'words.opened': { inside: true, words: 'Masked details in it were opened', show: [['reason', 'Why']] },
  'words.marked': { inside: true, words: 'Marked by the screening' },
  'call.marked': { inside: true, words: 'What was written of a call was marked by the screening' },
  'call.looked-at': {
    inside: true,
    words: 'Somebody looked at what was marked in a call',
    show: [['did', 'What they did']],
  },
  'arrival.danger-seen-to': { inside: true, words: 'Somebody saw to danger in what came', stays: true },
  'notice.told-again': { words: 'The notice was told again', stays: true },
  'personal-link.read': { words: 'A personal link was read', designated: true },
  'personal-link.decision-seen': { words: 'The decision on a personal link was read', designated: true },
  'hold.placed': { words: 'A hold on erasing was placed', stays: true, designated: true },
  'hold.stays': { words: 'A hold on erasing stays', stays: true, designated: true },
  'hold.lifted': { words: 'A hold on erasing was lifted', stays: true, designated: true },
  'record.erased': { words: 'Words were erased, where the law requires it', show: [['reason', 'Why']] },
  'export.asked': { words: 'An export was asked for', show: [['reason', 'Why']] },
  'export.chosen': { words: 'The names in an export were gone through' },
  'export.made': { words: 'An export was made' },
  'export.taken': { words: 'An export was taken away' },
}

/** What is looked into further once it is met: never a person, a group or a handover, which are about others too. */
export const followed: ReadonlySet<string> = new Set([
  'conversation',
  'message',
  'message-mark',
  'waiting-message',
  'kept-words',
  'worry',
  'delivery',
  'arrival',
  'review',
  'phone-call',
  'number-opening',
  'agreement',
  'agreement-ask',
  'work-link',
  'notice',
  'approach',
  'personal-link',
  'export',
])
