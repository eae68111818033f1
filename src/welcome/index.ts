export { helpPage } from './help.screen.tsx'
export { type Doing, homeScreen } from './home.screen.tsx'
export { routes } from './routes.ts'
