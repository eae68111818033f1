import type { NoteId, StatementId } from '../guidance/index.ts'
import type { Role } from '../records/index.ts'

/** Who may set how long something is kept, within limits. The database holds the same. */
export const maySet: readonly Role[] = ['administrator', 'senior-manager']
/** Who may put a hold on erasing, and lift one. The database holds the same. */
export const mayHold: readonly Role[] = ['designated-person', 'senior-manager']
/** Who may have something erased where the law requires it, before its time is over. */
export const mayErase: readonly Role[] = ['designated-person']

/** The most characters of a reason. The database holds the same. */
export const longestReason = 1000

/** From when a kind's months are counted. */
export const countedFrom = {
  'contact-end': 'when our contact with the family ended',
  'own-date': 'when it happened',
  adulthood: 'the child’s 18th birthday, or when it happened where that is later',
  'link-end': 'when the link was over',
  'closed-or-adulthood': 'the child’s 18th birthday, or when it was closed where that is later',
  'closed-or-pension': 'when it was closed; and never before the age at which pensions are drawn',
  'closed-or-left': 'when the adult left, or when it was closed where that is later',
} as const
export type CountedFrom = keyof typeof countedFrom

interface Kind {
  /** What it is called in a list, and one and several of it in a sentence. */
  readonly title: string
  readonly one: string
  readonly several: string
  readonly from: CountedFrom
  /** Months it is kept where nobody has decided otherwise, and the fewest and most that an organisation may set. */
  readonly months: number
  readonly least: number
  readonly most: number
  readonly why: string
  /** What goes, and what stays on the record for good. */
  readonly goes: string
  readonly stays: string
  /** No night erases it: two people who read it look at it, and erase it or keep it. */
  readonly byTwo?: true
  readonly notes?: readonly NoteId[]
}

const afterContact =
  'Long enough to answer a complaint or a question once the work is over, and no longer than that needs.'
const concernGoes = {
  goes: 'everything that was said and written in it, whom it is about, who is linked to it, and what opens it',
  stays:
    'that it was told, when, of which kind, what was done when and by whom, and which two people erased it',
  byTwo: true,
} as const
const child =
  'What worries somebody about a child may matter when that child is grown. Schools keep a child protection file until 25 years after the birth: this is as long.'

/** Everything that is kept and erased: how long, from when and why. */
export const keptKinds = {
  message: {
    ...{ title: 'Messages', one: 'message', several: 'messages', from: 'contact-end' },
    ...{ months: 36, least: 12, most: 300, why: afterContact },
    goes: 'its words, what was found in it, and what was said of it by those who looked',
    stays: 'who wrote it, when, and in which conversation',
  },
  conversation: {
    ...{
      title: 'What conversations are called',
      one: 'conversation’s name',
      several: 'conversations’ names',
    },
    ...{ from: 'contact-end', months: 36, least: 12, most: 300, why: afterContact },
    goes: 'its name, and what the work was for',
    stays: 'who was in it, and from when until when',
  },
  'waiting-message': {
    ...{ title: 'Messages that were never sent', one: 'message that was never sent' },
    ...{ several: 'messages that were never sent', from: 'own-date', months: 12, least: 3, most: 60 },
    why: 'Nobody received them. A year shows whether somebody writes again and again what may not go.',
    goes: 'its words, and the words with which it was sent back',
    stays: 'who wrote it, when, and what became of it',
  },
  'kept-words': {
    ...{
      title: 'Words that could not go',
      one: 'text that could not go',
      several: 'texts that could not go',
    },
    ...{ from: 'own-date', months: 36, least: 12, most: 300, why: afterContact },
    goes: 'the words, and what was done about them',
    stays: 'who wrote, when, and why it could not go',
  },
  worry: {
    ...{ title: 'Worries about messages', one: 'worry', several: 'worries', from: 'adulthood' },
    ...{ months: 84, least: 84, most: 600, why: child, notes: ['keep-child-file', 'keep-voluntary'] },
    goes: 'what worried somebody, and what was done about it, in their words',
    stays: 'who raised it about which message, and who answered when',
  },
  call: {
    ...{ title: 'Telephone calls', one: 'call', several: 'calls', from: 'own-date' },
    ...{ months: 36, least: 12, most: 300, why: afterContact },
    goes: 'what it was about, what was agreed, and the reasons given',
    stays: 'who spoke with whom, when, and who the second adult was',
  },
  'number-opening': {
    ...{ title: 'Why numbers were opened', one: 'reason for opening a number' },
    ...{ several: 'reasons for opening a number', from: 'own-date', months: 24, least: 6, most: 60 },
    why: 'Long enough to see whether somebody opens numbers without need.',
    goes: 'the reason, in words',
    stays: 'whose number was shown to whom, and when',
  },
  approach: {
    ...{ title: 'Approaches', one: 'approach', several: 'approaches', from: 'adulthood' },
    ...{ months: 84, least: 84, most: 600, why: child, notes: ['keep-child-file', 'keep-voluntary'] },
    goes: 'what was told besides, how somebody was described, and the answers',
    stays: 'who told of whom, which way it was tried, and when',
  },
  'personal-link': {
    ...{ title: 'Personal links', one: 'personal link', several: 'personal links', from: 'link-end' },
    ...{ months: 72, least: 12, most: 300 },
    why: 'It shows for some years that a tie was declared, should it be asked about later.',
    goes: 'what was said of it, and the limits',
    stays: 'who declared it, what was decided, and when it ended',
  },
  notice: {
    ...{ title: 'Notices to groups', one: 'notice', several: 'notices', from: 'own-date' },
    ...{ months: 24, least: 6, most: 120 },
    why: 'What was said to many is seldom about anybody. Two years cover the season and the next.',
    goes: 'its subject and its words, and so every family’s copy',
    stays: 'who wrote it, when, and whom it was for',
  },
  review: {
    ...{ title: 'What reviews said', one: 'review', several: 'reviews', from: 'contact-end' },
    ...{ months: 36, least: 12, most: 300, why: afterContact },
    goes: 'what the reviewer wrote',
    stays: 'who reviewed which conversation, when, and what kind of finding it was',
  },
  'review-concern': {
    ...{ title: 'Concerns that reviews found', one: 'concern of a review' },
    ...{ several: 'concerns of reviews', from: 'adulthood', months: 84, least: 84, most: 600, why: child },
    notes: ['keep-child-file', 'keep-voluntary'],
    goes: 'what the reviewer wrote',
    stays: 'who reviewed which conversation, when, that it was a concern, and who took it up',
  },
  arrival: {
    ...{ title: 'Where emails and texts came from', one: 'address that something came from' },
    ...{ several: 'addresses that something came from', from: 'own-date', months: 12, least: 3, most: 36 },
    why: 'To find out why something did not arrive. After that an address is of no use here.',
    goes: 'the addresses or numbers, and what came with it besides the message',
    stays: 'that something came, when, and what became of it',
  },
  'concern-child': {
    ...{ title: 'Concerns about a child', one: 'concern about a child', several: 'concerns about a child' },
    ...{ from: 'closed-or-adulthood', months: 84, least: 84, most: 600, ...concernGoes },
    why: 'Until 25 years after the birth of the youngest child in it, as schools keep a child protection file. Where no birthday is known, 18 years are counted from the closing: no child in it can have been born later.',
    notes: ['keep-child-file', 'keep-voluntary'],
  },
  'concern-adult': {
    ...{ title: 'Allegations against an adult', one: 'allegation', several: 'allegations' },
    ...{ from: 'closed-or-pension', months: 120, least: 120, most: 600, ...concernGoes },
    why: 'Until the adult has reached 68, or for 10 years if that is longer. Where no birthday is known, for 52 years, as if they had been 16: longer than anybody needs, and never too short.',
  },
  'concern-low-level': {
    ...{ title: 'Low-level concerns about adults', one: 'low-level concern', several: 'low-level concerns' },
    ...{ from: 'closed-or-left', months: 120, least: 72, most: 600, ...concernGoes },
    why: 'All the while the adult works here, and after: what counts is whether several point the same way. Never erased because somebody leaves. Where nobody is named, as long as an allegation.',
  },
} as const satisfies Record<string, Kind>

export type KeptKind = keyof typeof keptKinds
export const keptKindList = Object.keys(keptKinds) as readonly KeptKind[]
export const isKeptKind = (name: string): name is KeptKind => Object.hasOwn(keptKinds, name)
export const keptKindAt = (kind: KeptKind): Kind => keptKinds[kind]

/** What nobody needs to decide: it goes by itself. */
export const goByThemselves: readonly { readonly what: string; readonly when: string }[] = [
  { what: 'Sign-ins, codes sent to sign in, and what counts tries', when: 'Two days after they run out' },
  { what: 'What somebody had typed when their sign-in ran out', when: 'When its hours are over' },
  { what: 'What was found in a message, and who looked at it', when: 'With its message' },
]

/** What a period rests on. */
export const restsOn: readonly StatementId[] = ['BG-5', 'EXP-DATAPROTECTION']

/** The same words where they begin a sentence. */
export const beginning = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** Months as people say them: 3 years; 18 months. */
export function monthsInWords(months: number): string {
  if (months % 12 !== 0) return months === 1 ? '1 month' : `${months} months`
  return months === 12 ? '1 year' : `${months / 12} years`
}

/** So many of a kind, in words. */
export const countedWords = (kind: KeptKind, count: number): string =>
  `${count === 0 ? 'no' : count.toLocaleString('en-GB')} ${count === 1 ? keptKinds[kind].one : keptKinds[kind].several}`
