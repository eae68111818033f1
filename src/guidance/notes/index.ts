export { type KnownPlace, newer as newerPlaces, placeStates, printed as printedPlaces } from './addresses.ts'
export {
  type Dated,
  type Effect,
  effects,
  type Grade,
  gathered,
  grades,
  type Keeping,
  keeping,
  type Source,
  type Topic,
  topics,
} from './note.ts'
export {
  expiresOn,
  goesAbove,
  gradeOf,
  hasExpired,
  isNoteId,
  type Note,
  type NoteId,
  note,
  notes,
  notesBeside,
  notesOn,
} from './notes.ts'
export { published as publishedOn, type ReviewState, reviewState, toBeReviewed } from './review.ts'
export { type Day as CalendarDay, dayAt, monthsAfter, whenInWords } from './when.ts'
