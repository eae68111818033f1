import { address } from '../screens/index.ts'
import { mayDecide } from './rules.ts'

export const routes = {
  held: address('/arrivals', mayDecide),
  arrival: address('/arrivals/:arrival', mayDecide),
  whole: address('/messages/:message/whole', 'staff'),
  delivery: address('/deliveries/:delivery', 'staff'),
} as const
