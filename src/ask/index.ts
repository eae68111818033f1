import { askPage } from './ask.screen.tsx'
import { keepScreen } from './keep.screen.tsx'

export { routes } from './routes.ts'

export const askPages = [askPage, keepScreen]
