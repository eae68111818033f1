import { address } from '../screens/index.ts'
import { mayOversee, mayReview } from './rules.ts'

export const routes = {
  reviews: address('/conversations/reviews', mayReview),
  draws: address('/conversations/reviews/draws', mayOversee),
  said: address('/conversations/reviews/said', 'staff'),
  hear: address('/conversations/reviews/said/:review', 'staff'),
  review: address('/conversations/reviews/:review', mayReview),
  takeUp: address('/conversations/reviews/:review/take-up', mayReview),
} as const
