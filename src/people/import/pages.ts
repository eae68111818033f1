import type { Ground } from '../../records/index.ts'
import { problemsFile, templateFile } from './downloads.ts'
import { importScreen } from './import.screen.tsx'
import { importPeopleScreen } from './import-people.screen.tsx'
import { uploadPage } from './upload.screen.tsx'

/** Every page of importing people, in the order in which they are met. */
export const importPages = (ground: Ground) => [
  importPeopleScreen,
  uploadPage(ground),
  templateFile,
  importScreen,
  problemsFile(ground),
]
