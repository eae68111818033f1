export { helpPage } from './help.screen.tsx'
export { routes } from './routes.ts'
