import type { Ground } from '../records/index.ts'
import { filePage, picturePage } from './downloads.ts'
import { posterScreen } from './poster.screen.tsx'
import { postersScreen } from './posters.screen.tsx'
import { printScreen } from './print.screen.tsx'
import { printedPage, type TellAt } from './printed.screen.tsx'
import { endScreen, printingScreen } from './printing.screen.tsx'
import { registerScreen } from './register.screen.tsx'
import { wordingScreen } from './wording.screen.tsx'

/** Every page of the posters. `url` is where Lanyard is reached: a poster's code leads there; `tellAt` is for whoever is worried. */
export const posterPages = (ground: Ground, url: string, tellAt: TellAt) => [
  postersScreen,
  registerScreen,
  printingScreen,
  endScreen,
  filePage(ground, url),
  printedPage(ground, tellAt),
  picturePage(ground, url),
  printScreen,
  wordingScreen,
  // Last: what stands under /posters by a name of its own comes before a poster.
  posterScreen,
]
