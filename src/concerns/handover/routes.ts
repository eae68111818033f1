import { address } from '../../screens/index.ts'
import { mayRead } from '../routes.ts'

export const handover = {
  takeOver: address('/concerns/take-over', mayRead),
  handOver: address('/concerns/hand-over', mayRead),
}
