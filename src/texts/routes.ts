import { address } from '../screens/index.ts'

/** Notify posts to the two callbacks, with a token of its own; what it sends is short. */
const notify = { machine: true, takes: 64 * 1024 } as const

export const routes = {
  texts: address('/texts', ['administrator']),
  wish: address('/texts/wishes/:wish', 'staff'),
  receipt: address('/callbacks/notify/receipt', 'anyone', notify),
  text: address('/callbacks/notify/text', 'anyone', notify),
} as const
