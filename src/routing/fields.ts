/** What may be known of a concern and asked for by a body outside. Each body takes some, and is given no other. */
export const fields = {
  reporterName: 'Who is reporting',
  reporterRole: 'What they do',
  reporterReach: 'How to reach them',
  organisation: 'Organisation',
  toldFirst: 'Who told us, if somebody did',
  childName: 'The child’s full name',
  childBorn: 'Date of birth, or age',
  childAddress: 'Where the child lives',
  childNow: 'Where the child is now, and whether they are safe',
  childNeeds: 'Language, disability or other needs',
  family: 'Parents or carers, and who else lives there',
  familyKnows: 'What the family knows of this report',
  subjectName: 'Who it is about',
  subjectRole: 'What they do, and which children they work with',
  subjectElsewhere: 'Where else they work with children',
  subjectReach: 'What else is known of them',
  subjectKnows: 'Whether they know that it was reported',
  happened: 'What happened, in the words first used',
  when: 'When it happened',
  where: 'Where it happened',
  platform: 'Website, app or game',
  accounts: 'Account names, theirs and the child’s',
  webAddress: 'Web address',
  seenWhen: 'When it was seen there',
  device: 'Which device it is on, and where that is now',
  under18: 'The child is under 18, and the picture is of themself',
  done: 'What has been done, and who has been told',
} as const
export type FieldId = keyof typeof fields
export const isField = (text: string): text is FieldId => Object.hasOwn(fields, text)

/** What is known, by field. Empty and missing are the same: not known. */
export type Known = Readonly<Partial<Record<FieldId, string>>>
