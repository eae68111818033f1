import { maySupervise } from '../messages/index.ts'
import { address } from '../screens/index.ts'
import { mayDecide } from './rules.ts'

export const routes = {
  held: address('/arrivals', mayDecide),
  arrival: address('/arrivals/:arrival', mayDecide),
  danger: address('/arrivals/:arrival/danger', mayDecide),
  details: address('/arrivals/:arrival/details', maySupervise),
  place: address('/arrivals/:arrival/place', maySupervise),
  whole: address('/messages/:message/whole', 'staff'),
  delivery: address('/deliveries/:delivery', 'staff'),
} as const
