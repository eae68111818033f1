export { newer as newerPlaces, printed as printedPlaces, type Standing, standings } from './addresses.ts'
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
export { type Day, dayAt, type When, whenInWords } from './when.ts'
