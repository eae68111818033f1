import { address } from '../../screens/index.ts'
import { mayRead } from '../routes.ts'

/** What is told of one child, to take away; for those who read it. */
export const taking = {
  ask: address('/concerns/children/:person/export', mayRead),
  exports: address('/concerns/exports', mayRead),
  export: address('/concerns/exports/:taking', mayRead),
  why: address('/concerns/exports/:taking/why', mayRead),
  send: address('/concerns/exports/:taking/send', mayRead),
  file: address('/concerns/exports/:taking/:form', mayRead, { atOnce: 2 }),
} as const
