import type { Ground } from '../records/index.ts'
import { askPage } from './ask.screen.tsx'
import { keepScreen } from './keep.screen.tsx'

export { routes } from './routes.ts'

export const askPages = (ground: Ground) => [askPage(ground), keepScreen]
