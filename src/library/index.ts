import { aboutScreen } from './about.screen.tsx'
import { casesScreen, lessonScreen } from './cases.screen.tsx'
import { checkNoteScreen } from './check-note.screen.tsx'
import { generalScreen } from './general.screen.tsx'
import { libraryHome } from './home.screen.tsx'
import { lawScreen } from './law.screen.tsx'
import { notesScreen, topicScreen } from './notes.screen.tsx'
import { reportingScreen } from './reporting.screen.tsx'
import { searchScreen } from './search.screen.tsx'
import { sourcesScreen } from './sources.screen.tsx'
import { statementScreen } from './statement.screen.tsx'
import { tracedScreen, traceScreen } from './trace.screen.tsx'
import { wayScreen } from './way.screen.tsx'
import { wordsScreen } from './words.screen.tsx'

export { checksOf } from './checks.ts'
export { noteCheckEvidence } from './evidence.ts'
export { LessonTold } from './lesson-told.tsx'
export { type Lesson, lessons } from './lessons.ts'
export { type Looking, NoteInShort } from './note-card.tsx'
export { newerOffences, type Offence, offences } from './offences.ts'
export { libraryJobs } from './owe-checks.ts'
export { routes } from './routes.ts'
export { type Way, ways } from './rules.ts'
export { these } from './shelf.ts'
export { StatementList } from './statement-list.tsx'
export { ThenAndNow } from './then-and-now.tsx'

export const libraryScreens = [
  libraryHome,
  searchScreen,
  wayScreen,
  generalScreen,
  lawScreen,
  casesScreen,
  lessonScreen,
  wordsScreen,
  reportingScreen,
  sourcesScreen,
  aboutScreen,
  notesScreen,
  topicScreen,
  checkNoteScreen,
  statementScreen,
  traceScreen,
  tracedScreen,
]
