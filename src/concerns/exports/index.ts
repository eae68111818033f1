import type { Ground, LogKeys } from '../../records/index.ts'
import { askScreen } from './ask.screen.tsx'
import { exportPage } from './export.screen.tsx'
import { exportsScreen } from './exports.screen.tsx'
import { filePage } from './fetch.ts'
import { whyScreen } from './why.screen.tsx'

/** Every page of exports of what is told. */
export const takingPages = (ground: Ground, keys: LogKeys) => [
  askScreen,
  exportsScreen,
  exportPage(ground, keys),
  whyScreen,
  filePage(ground, keys),
]
