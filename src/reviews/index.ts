import { drawsScreen } from './draws.screen.tsx'
import { reviewScreen, takeUpScreen } from './review.screen.tsx'
import { reviewsScreen } from './reviews.screen.tsx'
import { hearScreen, saidScreen } from './said.screen.tsx'

export { drawReviews } from './draw-reviews.ts'
export { reviewsEvidence } from './evidence.ts'
export { reviewedHolding, reviewsHolding } from './holding.ts'
export { reviewJobs } from './jobs.ts'
export { reviewsKept } from './kept-kinds.ts'
export { routes } from './routes.ts'
export { reviewsWhomNow } from './whom-now.ts'

export const reviewPages = [reviewsScreen, drawsScreen, saidScreen, hearScreen, reviewScreen, takeUpScreen]
