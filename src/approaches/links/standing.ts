import { type CalendarDay, dayAt } from '../../guidance/index.ts'
import { days, later } from '../../kit/clock.ts'
import type { LinkRow } from './queries.ts'
import { reviewAfter, reviewOwed } from './rules.ts'

/** Over, because it was said so, or because whoever declared it has left. */
export const isOver = ({ ended_at, declarer_left }: LinkRow): boolean => ended_at !== null || declarer_left

/** Whether its review is owed now: from so many days before. */
export const isToReview = ({ review_on }: LinkRow, now: Date): boolean =>
  review_on !== null && review_on <= dayAt(later(now, days(reviewOwed)))

/** The day that a review is on, unless a manager says sooner or later. */
export const usualReview = (now: Date): CalendarDay => dayAt(later(now, days(reviewAfter)))

/** The last day that a review may be on. */
export const latestReview = (now: Date): CalendarDay => dayAt(later(now, days(365)))
