import { address } from '../../screens/index.ts'
import { mayRead } from '../routes.ts'

export const keeping = {
  due: address('/concerns/due', mayRead),
  kept: address('/concerns/:concern/keeping', mayRead),
  hold: address('/concerns/:concern/hold', mayRead),
  erase: address('/concerns/:concern/erase', mayRead),
}
