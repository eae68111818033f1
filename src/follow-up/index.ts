export { dutiesScreen } from './duties.screen.tsx'
export { followUpJobs } from './jobs.ts'
