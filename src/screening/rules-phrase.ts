import type { Phrase } from './phrase.ts'
import type { RuleId } from './rules.ts'

/** One row of what a rule looks for. */
export interface PhraseRule {
  readonly rule: RuleId
  readonly phrases: readonly Phrase[]
  /** Any of these words nearby says that it means something else: a surprise party is no secret. */
  readonly unless?: readonly string[]
  /** Counts only where one of these words stands nearby. */
  readonly beside?: readonly string[]
  /** What another said, or a lesson or report says, counts as the writer's own words do. */
  readonly reported?: true
  /** A negation just before it takes nothing away: "don't be such a fool" is still an insult. */
  readonly negated?: true
}

/** A surprise, which is kept from somebody for a day. */
export const surprises: readonly string[] = [
  'surprise',
  'surprises',
  'birthday',
  'present',
  'party',
  'christmas',
  'quiz',
  'anniversary',
  'spoiler',
  'spoilers',
  'cake',
  'raffle',
  '40th',
  '50th',
  '60th',
  '30th',
  '18th',
  '21st',
  'leaving',
  'ending',
]

/** Words of work: what is booked, or happens where others are. */
export const atWork: readonly string[] = [
  'booked',
  'centre',
  'center',
  'club',
  'session',
  'office',
  'reception',
  'appointment',
  'visit',
  'everyone',
  'minibus',
  'assembly',
  'review',
  'lac',
  'panel',
  'clinic',
  'physio',
  'calendar',
  'rota',
  'timetable',
  'supervised',
]

/** Words of lessons, reports and news, which name what they warn of. */
export const teaching: readonly string[] = [
  'lesson',
  'lessons',
  'leaflet',
  'leaflets',
  'training',
  'webinar',
  'workshop',
  'assembly',
  'poster',
  'policy',
  'article',
  'documentary',
  'news',
  'newsletter',
  'curriculum',
  'pshe',
  'module',
  'slides',
  'chapter',
  'novel',
  'poem',
  'lyrics',
  'film',
  'quiz',
  'worksheet',
  'essay',
  'presentation',
  'campaign',
  'helpline',
]
