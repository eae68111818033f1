import { address } from '../screens/index.ts'
import { mayOversee, mayReview } from './rules.ts'

export const routes = {
  reviews: address('/reviews', mayReview),
  draws: address('/reviews/draws', mayOversee),
  said: address('/reviews/said', 'staff'),
  hear: address('/reviews/said/:review', 'staff'),
  review: address('/reviews/:review', mayReview),
  takeUp: address('/reviews/:review/take-up', mayReview),
} as const
